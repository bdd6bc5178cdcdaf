/// The copy's wording of a passage in the source's spelling and punctuation, so that only changed words differ.
enum Retelling {
  /// Nil where the words are the same.
  static func of(_ passage: Passage, copy: SlicedText, source: SlicedText) -> String? {
    guard copy.codes[passage.copy] != source.codes[passage.source] else { return nil }
    let twins = twins(passage, copy: copy.codes, source: source.codes)
    var result = ""
    for (i, twin) in zip(passage.copy, twins) {
      if i > passage.copy.lowerBound {
        let before = twins[i - passage.copy.lowerBound - 1]
        let goesOn = twin != nil && before.map { $0 + 1 } == twin
        result += goesOn ? source.gap(before: twin ?? 0) : copy.gap(before: i)
      }
      result += twin.map(source.word) ?? copy.word(i)
    }
    return result
  }

  /// For each syllable of the copy's passage, the syllable of the source it repeats.
  private static func twins(_ passage: Passage, copy: [UInt64], source: [UInt64]) -> [Int?] {
    let steps = copy[passage.copy].difference(from: source[passage.source])
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for step in steps {
      switch step {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var kept = passage.source.indices.lazy.filter { !removed.contains($0 - passage.source.lowerBound) }
      .makeIterator()
    return (0..<passage.copy.count).map { inserted.contains($0) ? nil : kept.next() }
  }
}
