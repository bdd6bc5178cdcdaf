import News

/// Finds the facts that differ between a copy and its source where both tell the same thing.
public enum AlteredFacts {
  private static let facts: Set<ChangeClass> = [.number, .date, .name, .negation, .status, .quote]
  /// Passages this near in both texts are one, with other words between.
  private static let bridge = 12

  /// Only inside passages and between neighbouring ones: what stands around a lifted passage is the copy's own.
  public static func compare(
    copy: SlicedText, source: SlicedText, passages: [Passage]
  ) -> (classes: [ChangeClass], changes: [Change]) {
    var changes: [Change] = []
    let edge = PassageEdge(copy: copy, source: source)
    for passage in bridged(passages).map(edge.extended) {
      for sentence in Retelling.of(passage, copy: copy, source: source) {
        let found = Differ.changes(in: sentence.source, sentence.copy, of: facts)
        changes += found.filter { !changes.contains($0) }
      }
    }
    return (Set(changes.map(\.kind)).sorted(), changes)
  }

  private static func bridged(_ passages: [Passage]) -> [Passage] {
    var result: [Passage] = []
    for next in passages.sorted(by: { $0.copy.lowerBound < $1.copy.lowerBound }) {
      if let last = result.last, (0...bridge).contains(next.copy.lowerBound - last.copy.upperBound),
        (0...bridge).contains(next.source.lowerBound - last.source.upperBound)
      {
        result[result.count - 1] = Passage(
          copy: last.copy.lowerBound..<next.copy.upperBound,
          source: last.source.lowerBound..<next.source.upperBound)
      } else {
        result.append(next)
      }
    }
    return result
  }
}
