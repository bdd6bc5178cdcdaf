import News

/// A line of text with its syllables, read for a credit.
final class CreditLine {
  let codes: [UInt64]
  private let text: String
  /// The syllables of the text that the line is of, which of them is its first, and where in that text it starts.
  private let syllables: SyllableText
  private let first: Int
  private let offset: Int
  /// Few lines hold a name at all; only those are looked at letter by letter.
  private lazy var scalars = Array(text.unicodeScalars)

  convenience init(_ text: String) {
    let syllables = SyllableText(text)
    self.init(text, syllables, syllables.codes.indices, offset: 0)
  }

  private init(_ text: String, _ syllables: SyllableText, _ range: Range<Int>, offset: Int) {
    self.text = text
    self.syllables = syllables
    self.offset = offset
    first = range.lowerBound
    codes = Array(syllables.codes[range])
  }

  /// The lines of an article that hold any words; `syllables`: those of `text.whole`.
  static func all(in text: ArticleText, _ syllables: SyllableText) -> [CreditLine] {
    var lines: [CreditLine] = []
    var (offset, next) = (0, 0)
    for part in [text.title, text.summary, text.body] {
      for line in part.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        let (first, start) = (next, offset)
        offset += line.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } + 1
        while next < syllables.codes.count, syllables.start(next) < offset { next += 1 }
        if next > first { lines.append(CreditLine(String(Substring(line)), syllables, first..<next, offset: start)) }
      }
    }
    return lines
  }

  func words(_ range: Range<Int>) -> String {
    guard let last = range.last else { return "" }
    return string(start(range.lowerBound)..<end(last))
  }

  /// A name starts with a capital.
  func isCapital(_ index: Int) -> Bool {
    codes.indices.contains(index) && scalars[start(index)].properties.isUppercase
  }

  /// True if nothing but spaces parts a syllable from the one before.
  func joinsPrevious(_ index: Int) -> Bool {
    index > 0 && gap(before: index).allSatisfy { $0 == " " || $0 == "\u{A0}" }
  }

  /// What stands between a syllable and the one before it, or the end.
  func gap(before index: Int) -> [Unicode.Scalar] {
    Array(scalars[(index > 0 ? end(index - 1) : 0)..<(index < codes.count ? start(index) : scalars.count)])
  }

  /// True if a bracket opens before the range and closes after it.
  func isBracketed(_ range: Range<Int>) -> Bool {
    gap(before: range.lowerBound).contains { $0 == "(" || $0 == "[" }
      && gap(before: range.upperBound).contains { $0 == ")" || $0 == "]" }
  }

  private func start(_ index: Int) -> Int { syllables.start(first + index) - offset }
  private func end(_ index: Int) -> Int { syllables.end(first + index) - offset }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
