/// A line of text with its syllables, read for a credit.
struct CreditLine {
  let codes: [UInt64]
  private let text: SlicedText
  /// Which of the text's syllables is the line's first.
  private let first: Int

  init(_ text: String) {
    let text = SlicedText(text)
    self.init(text, text.codes.indices)
  }

  /// `line`: its syllables in the text.
  init(_ text: SlicedText, _ line: Range<Int>) {
    self.text = text
    first = line.lowerBound
    codes = Array(text.codes[line])
  }

  func words(_ range: Range<Int>) -> String { text.words((first + range.lowerBound)..<(first + range.upperBound)) }

  /// A name starts with a capital.
  func isCapital(_ index: Int) -> Bool {
    codes.indices.contains(index)
      && words(index..<(index + 1)).unicodeScalars.first.map(ScalarKind.isUppercase) ?? false
  }

  /// True if nothing but spaces parts a syllable from the one before.
  func joinsPrevious(_ index: Int) -> Bool {
    index > 0 && gap(before: index).allSatisfy { $0 == " " || $0 == "\u{A0}" }
  }

  /// What stands on the line between a syllable and the one before it, or the end.
  func gap(before index: Int) -> Substring.UnicodeScalarView {
    let gap = text.gap(before: first + index)
    if index == codes.count { return gap.prefix { $0 != "\n" } }
    if index == 0, let lineBreak = gap.lastIndex(of: "\n") { return gap[gap.index(after: lineBreak)...] }
    return gap[...]
  }

  /// True if a bracket opens before the range and closes after it.
  func isBracketed(_ range: Range<Int>) -> Bool {
    gap(before: range.lowerBound).contains { $0 == "(" || $0 == "[" }
      && gap(before: range.upperBound).contains { $0 == ")" || $0 == "]" }
  }
}
