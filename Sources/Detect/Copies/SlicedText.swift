/// A text that can be cut at its syllables.
struct SlicedText {
  let codes: [UInt64]
  private let scalars: [Unicode.Scalar]
  private let syllables: SyllableText

  init(_ text: String, _ syllables: SyllableText) {
    scalars = SyllableText.scalars(text)
    codes = syllables.codes
    self.syllables = syllables
  }

  /// The words of these syllables with what stands between them, on one line.
  func words(_ range: Range<Int>) -> String {
    guard let last = range.last else { return "" }
    return string(syllables.start(range.lowerBound)..<syllables.end(last))
  }

  /// What stands between a syllable and the one before it.
  func gap(before index: Int) -> String {
    index > 0 ? string(syllables.end(index - 1)..<syllables.start(index)) : ""
  }

  /// Whether what stands between a syllable and the one before it ends a sentence, and how many quotation marks more
  /// open in it than close.
  func boundary(before index: Int) -> (endsSentence: Bool, quotes: Int) {
    guard index > 0 else { return (true, 0) }
    var (hasStop, hasSpace, quotes) = (false, false, 0)
    for scalar in scalars[syllables.end(index - 1)..<syllables.start(index)] {
      switch scalar {
      case ".", "!", "?", "…": hasStop = true
      case "\n": (hasStop, hasSpace) = (true, true)
      case " ": hasSpace = true
      case "“", "«": quotes += 1
      case "”", "»": quotes -= 1
      default: break
      }
    }
    return (hasStop && hasSpace, quotes)
  }

  /// The rest of the line in front of a syllable, outward.
  func lineBefore(_ index: Int) -> [UInt64] {
    var start = index
    while start > 0, !startsLine(start) { start -= 1 }
    return codes[start..<index].reversed()
  }

  /// The rest of the line from a syllable on.
  func lineAfter(_ index: Int) -> [UInt64] {
    var end = index
    while end < codes.count, !startsLine(end) { end += 1 }
    return Array(codes[index..<end])
  }

  func startsLine(_ index: Int) -> Bool {
    index == 0 || scalars[syllables.end(index - 1)..<syllables.start(index)].contains("\n")
  }

  func word(_ index: Int) -> String { string(syllables.start(index)..<syllables.end(index)) }

  private func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars[range] { result.append(scalar == "\n" ? " " : scalar) }
    return String(result)
  }
}
