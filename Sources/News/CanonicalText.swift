import Foundation

/// The one form in which text is kept, hashed and compared: NFC, single spaces, no invisible characters.
/// Case, tone and punctuation stay.
public enum CanonicalText {
  /// The canonical form of one line of text.
  public static func of(_ text: String) -> String {
    // Nearly every text ends here.
    if CanonicalScan.line.accepts(text.utf8.span) { return text }
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    append(ArraySlice(text.utf8), to: &line, startingAt: 0)
    return string(line[...])
  }

  /// The canonical form of an article; empty paragraphs are dropped.
  public static func of(_ article: ArticleText) -> ArticleText {
    ArticleText(
      title: of(article.title), summary: of(article.summary),
      paragraphs: article.paragraphs.map { of($0) }.filter { !$0.isEmpty })
  }

  /// Appends UTF-8 with white space folded and invisible characters dropped; no space at the start of a line.
  public static func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8], startingAt start: Int) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x7F {
        line.append(byte)
        at += 1
      } else if byte < 0x80 {
        appendSpace(to: &line, startingAt: start)
        at += 1
      } else {
        at += appendWide(bytes[at...], to: &line, startingAt: start)
      }
    }
  }

  /// A folded line as a string in NFC, without the space at its end.
  public static func string(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while line.last == 0x20 { line.removeLast() }
    if CanonicalScan.line.accepts(line.span) { return String(decoding: line, as: UTF8.self) }
    // Letters and marks apart are the rest's most; what joins them here leaves none in text of any other kind.
    let joined = NormalForm.composed(Array(line))
    let text = String(decoding: joined, as: UTF8.self)
    return CanonicalScan.line.accepts(joined.span) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Appends the first scalar beyond ASCII and tells how many bytes it took.
  private static func appendWide(_ rest: ArraySlice<UInt8>, to line: inout [UInt8], startingAt start: Int) -> Int {
    let lead = rest[rest.startIndex]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard rest.count >= length else { return rest.count }
    let second = length > 1 ? rest[rest.startIndex + 1] : 0
    let third = length > 2 ? rest[rest.startIndex + 2] : 0
    switch (lead, second, third) {
    case (0xC2, 0xA0, _), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      appendSpace(to: &line, startingAt: start)
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): break
    case (0xC2, 0x80...0x9F, _):
      let shown = windows1252[Int(second) - 0x80]
      if shown == " " { appendSpace(to: &line, startingAt: start) } else { line.append(contentsOf: shown.utf8) }
    default: line.append(contentsOf: rest.prefix(length))
    }
    return length
  }

  private static func appendSpace(to line: inout [UInt8], startingAt start: Int) {
    if line.count > start, line.last != 0x20 { line.append(0x20) }
  }

  /// What `&#128;` to `&#159;` mean to browsers, so what a reader sees for U+0080 to U+009F.
  private static let windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".map { String($0) }
}
