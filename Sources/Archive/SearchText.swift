import Foundation

/// Words as the search index holds them: with marks, and again without, so that both ways of typing find them.
public enum SearchText {
  /// Lower case, NFC.
  public static func marked(_ text: String) -> String {
    text.lowercased().precomposedStringWithCanonicalMapping
  }

  /// Lower case without marks. SQLite's own folding leaves đ as it is, so it is done here.
  public static func bare(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.value >= 0x300 && scalar.value <= 0x36F { continue }
      scalars.append(scalar == "đ" ? "d" : scalar)
    }
    return String(scalars)
  }

  /// What is indexed for one text.
  static func indexed(_ text: String) -> String { marked(text) + "\n" + bare(text) }

  /// An FTS5 query of the words a person typed: each must stand in the text.
  public static func query(_ typed: String) -> String { quoted(typed).joined(separator: " ") }

  /// An FTS5 query of texts that hold some of the words, the more the better.
  public static func nearQuery(_ typed: String) -> String { quoted(typed).joined(separator: " OR ") }

  private static func quoted(_ typed: String) -> [String] {
    marked(typed).split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }
  }
}
