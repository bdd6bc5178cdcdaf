/// A line of text with its syllables, read for a credit.
final class CreditLine {
  let codes: [UInt64]
  private let text: String
  private let syllables: SyllableText
  /// Few lines hold a name at all; only those are looked at letter by letter.
  private lazy var scalars = Array(text.unicodeScalars)

  init(_ text: String) {
    self.text = text
    syllables = SyllableText(text)
    codes = syllables.codes
  }

  var isEmpty: Bool { codes.isEmpty }

  func words(_ range: Range<Int>) -> String {
    guard let last = range.last else { return "" }
    return string(syllables.start(range.lowerBound)..<syllables.end(last))
  }

  /// A name starts with a capital.
  func isCapital(_ index: Int) -> Bool {
    codes.indices.contains(index) && scalars[syllables.start(index)].properties.isUppercase
  }

  /// True if nothing but spaces parts a syllable from the one before.
  func joinsPrevious(_ index: Int) -> Bool {
    index > 0 && gap(before: index).allSatisfy { $0 == " " || $0 == "\u{A0}" }
  }

  /// What stands between a syllable and the one before it, or the end.
  func gap(before index: Int) -> [Unicode.Scalar] {
    let start = index > 0 ? syllables.end(index - 1) : 0
    let end = index < codes.count ? syllables.start(index) : scalars.count
    return Array(scalars[start..<end])
  }

  /// True if a bracket opens before the range and closes after it.
  func isBracketed(_ range: Range<Int>) -> Bool {
    gap(before: range.lowerBound).contains { $0 == "(" || $0 == "[" }
      && gap(before: range.upperBound).contains { $0 == ")" || $0 == "]" }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
