import Foundation

/// Words as the search index holds them: lower case without marks. Marks that were typed are looked for in the texts
/// themselves, so that words typed without marks find both.
public enum SearchText {
  /// Lower case, NFC.
  public static func marked(_ text: String) -> String {
    text.lowercased().precomposedStringWithCanonicalMapping
  }

  /// Lower case without marks. SQLite's own folding leaves đ as it is, so it is done here.
  public static func bare(_ text: String) -> String {
    var result: [UInt8] = []
    var text = text
    text.withUTF8 { appendBare($0, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same of bytes; what is no UTF-8 becomes U+FFFD.
  static func appendBare(_ utf8: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    var at = 0
    while at < utf8.count {
      at = appendPlain(utf8, from: at, to: &result)
      guard at < utf8.count else { return }
      let (value, length) = scalar(utf8, at)
      result.append(contentsOf: fold(Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}"))
      at += length
    }
  }

  /// Appends what folds to one byte a scalar, which is nearly all; gives the place of the first that does not.
  private static func appendPlain(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int, to result: inout [UInt8]
  ) -> Int {
    var at = start
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: utf8.count - start) { plain in
      folded.withUnsafeBufferPointer { folded in
        var count = 0
        while at < utf8.count {
          let (value, length) = scalar(utf8, at)
          let byte = value < folded.count ? folded[value] : 0
          if byte == 0 { break }
          plain[count] = byte
          count += 1
          at += length
        }
        result.append(contentsOf: plain[..<count])
      }
    }
    return at
  }

  /// The scalar at a place and how many bytes it takes: most are one byte, or letters of Vietnamese with two or three.
  @inline(__always)
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: Int, length: Int) {
    func rest(_ i: Int) -> Int? {
      at + i < utf8.count && utf8[at + i] & 0xC0 == 0x80 ? Int(utf8[at + i] & 0x3F) : nil
    }
    let lead = Int(utf8[at])
    if lead < 0x80 { return (lead, 1) }
    if (0xC2..<0xE0).contains(lead), let one = rest(1) { return ((lead & 0x1F) << 6 | one, 2) }
    if (0xE0..<0xF0).contains(lead), let one = rest(1), let two = rest(2) {
      let value = (lead & 0x0F) << 12 | one << 6 | two
      if value >= 0x800 { return (value, 3) }
    }
    if (0xF0..<0xF5).contains(lead), let one = rest(1), let two = rest(2), let three = rest(3) {
      let value = (lead & 0x07) << 18 | one << 12 | two << 6 | three
      if value >= 0x10000 { return (value, 4) }
    }
    return (0xFFFD, 1)
  }

  /// The byte that a scalar folds to, for those below U+1F00 that fold to one; zero for the rest.
  private static let folded: [UInt8] = (0..<0x1F00).map { value in
    // Folded one by one where they occur: taking letters apart is slow, and only Latin folds to one byte.
    guard value < 0x250 || 0x1E00...0x1EFF ~= value else { return 0 }
    let bytes = Unicode.Scalar(UInt32(value)).map(fold) ?? []
    return bytes.count == 1 ? bytes[0] : 0
  }

  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    var result = String.UnicodeScalarView()
    for part in String(scalar).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if part.value >= 0x300 && part.value <= 0x36F { continue }
      result.append(part == "đ" ? "d" : part)
    }
    return Array(String(result).utf8)
  }

  /// An FTS5 query of the words a person typed: each must stand in the text.
  public static func query(_ typed: String) -> String { quoted(typed).joined(separator: " ") }

  /// An FTS5 query of texts that hold some of the words, the more the better.
  public static func nearQuery(_ typed: String) -> String { quoted(typed).joined(separator: " OR ") }

  /// The words that were typed with marks: they stand in a text with just these.
  public static func markedWords(_ typed: String) -> [String] { words(typed).filter { bare($0) != $0 } }

  /// Whether a text has each of some words, as `markedWords` gives them.
  public static func holds(_ text: String, _ wanted: [String]) -> Bool {
    wanted.isEmpty || Set(words(text)).isSuperset(of: wanted)
  }

  private static func quoted(_ typed: String) -> [String] { words(typed).map { "\"\(bare($0))\"" } }

  private static func words(_ text: String) -> [String] {
    marked(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
