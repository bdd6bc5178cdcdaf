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
    result.reserveCapacity(text.utf8.count)
    let folded = folded
    for scalar in text.unicodeScalars {
      let value = Int(scalar.value)
      let plain = value < folded.count ? folded[value] : 0
      if plain != 0 {
        result.append(plain)
      } else {
        result.append(contentsOf: fold(scalar))
      }
    }
    return String(decoding: result, as: UTF8.self)
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
