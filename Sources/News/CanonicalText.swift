import Foundation

/// The one form in which text is kept, hashed and compared: NFC, single spaces, no invisible characters.
/// Case, tone and punctuation stay.
public enum CanonicalText {
  /// The canonical form of one line of text.
  public static func of(_ text: String) -> String {
    // On the bytes themselves: nearly every text ends here.
    if text.utf8.withContiguousStorageIfAvailable({ isCanonical($0) }) ?? isCanonical(text.utf8) { return text }
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
    let text = String(decoding: line, as: UTF8.self)
    if isCanonical(line) { return text }
    // Letters and marks apart are the rest's most; what joins them here leaves none in text of any other kind.
    let joined = NormalForm.composed(Array(line))
    return isCanonical(joined) ? String(decoding: joined, as: UTF8.self) : text.precomposedStringWithCanonicalMapping
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

  /// Whether the bytes need no change: single inner spaces, and beyond ASCII only letters and signs of Vietnamese and
  /// its neighbours, which are NFC as they are. False also of some text that is canonical; the long way tells.
  private static func isCanonical(_ bytes: some Sequence<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    var isEmpty = true
    return classes.withUnsafeBufferPointer { classes in
      for byte in bytes {
        switch classes[Int(byte)] {
        case plain: break
        case space: if previous == 0x20 { return false }
        case inner: if !isSettled(byte, after: previous) { return false }
        default: return false
        }
        previous = byte
        isEmpty = false
      }
      return isEmpty || previous != 0x20
    }
  }

  /// What each byte is here: one that stands as it is, the space, one within a scalar, or one that needs a closer look.
  private static let classes: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x21...0x7E, 0xC2...0xCB, 0xE1, 0xE2: plain
    case 0x20: space
    case 0x80...0xBF: inner
    default: other
    }
  }
  private static var plain: UInt8 { 0 }
  private static var space: UInt8 { 1 }
  private static var inner: UInt8 { 2 }
  private static var other: UInt8 { 3 }

  /// Whether a byte within a scalar leads to none that is a space, is invisible or may compose.
  private static func isSettled(_ byte: UInt8, after previous: UInt8) -> Bool {
    switch previous {
    case 0xC2: byte >= 0xAE  // controls, the hard space and the soft hyphen lie below
    case 0xE1: (0xB8...0xBB).contains(byte)  // Latin Extended Additional: Vietnamese letters with a tone
    case 0xE2: byte == 0x80 || byte == 0x82  // punctuation, and the đồng sign
    case 0x80: (0x90...0xA6).contains(byte)  // only E2 80 comes here: dashes, quotes, the ellipsis
    default: true
    }
  }
}
