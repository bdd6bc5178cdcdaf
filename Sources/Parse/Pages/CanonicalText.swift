import Foundation

/// The one form in which text of a page is kept, hashed and compared.
enum CanonicalText {
  /// Appends bytes with white space folded and invisible characters dropped; no space at the start of a line.
  static func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8], startingAt start: Int) {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let b = bytes[i]
      if b > 0x20, b < 0x7F {
        line.append(b)
        i += 1
      } else if b < 0x80 {
        space(&line, start)
        i += 1
      } else {
        i += appendWide(bytes[i...], to: &line, startingAt: start)
      }
    }
  }

  private static func appendWide(_ rest: ArraySlice<UInt8>, to line: inout [UInt8], startingAt start: Int) -> Int {
    let b = rest[rest.startIndex]
    let length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1
    guard rest.count >= length else { return rest.count }
    let second = length > 1 ? rest[rest.startIndex + 1] : 0
    let third = length > 2 ? rest[rest.startIndex + 2] : 0
    switch (b, second, third) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80):
      space(&line, start)
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): break
    case (0xC2, 0x80...0x9F, _):
      line.append(contentsOf: windows1252[Int(second) - 0x80].utf8)
    default: line.append(contentsOf: rest.prefix(length))
    }
    return length
  }

  private static func space(_ line: inout [UInt8], _ start: Int) {
    if line.count > start, line.last != 0x20 { line.append(0x20) }
  }

  /// What `&#128;` to `&#159;` mean to browsers.
  private static let windows1252 =
    "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".map { String($0) }

  /// A string in NFC, its white space folded and trimmed.
  static func of(_ text: String) -> String {
    var line: [UInt8] = []
    append(ArraySlice(text.utf8), to: &line, startingAt: 0)
    return string(line[...])
  }

  /// A folded line as a string in NFC, without the space at its end.
  static func string(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while line.last == 0x20 { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    return mayCompose(line) ? text.precomposedStringWithCanonicalMapping : text
  }

  /// Anything from U+0300 on may compose, except Vietnamese letters, punctuation and the đồng sign.
  private static func mayCompose(_ line: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for b in line {
      if b >= 0xCC, b != 0xE1, b != 0xE2 { return true }
      if previous == 0xE1, b < 0xB8 || b > 0xBB { return true }
      if previous == 0xE2, b < 0x80 || b > 0x82 { return true }
      previous = b
    }
    return false
  }
}
