/// What is only spelling in Vietnamese: case, the place of the tone mark (hoà, hòa), i for y (kỳ, kì).
enum Spelling {
  /// The key two spellings of one word share: lower case, the tone after the letters.
  static func key(_ word: some StringProtocol) -> String {
    var letters: [Unicode.Scalar] = []
    var tone: Unicode.Scalar?
    for scalar in word.lowercased().unicodeScalars {
      if let (base, mark) = toned[scalar] {
        letters.append(base)
        tone = mark
      } else {
        letters.append(scalar)
      }
    }
    if letters.last == "y", letters.count > 1 {
      let before = letters[letters.count - 2]
      let glide = before == "u" && letters.count == 3 && letters[0] == "q"
      if glide || !vowels.contains(before) { letters[letters.count - 1] = "i" }
    }
    if let tone { letters.append(tone) }
    return String(String.UnicodeScalarView(letters))
  }

  /// The keys of a phrase's words.
  static func keys(_ phrase: String) -> [String] { phrase.split(separator: " ").map { key($0) } }

  /// A table whose rows are found by the keys of their words, parted by one space.
  static func keyed<Value>(_ table: [String: Value]) -> [String: Value] {
    let rows = table.map { (keys($0).joined(separator: " "), $1) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static let vowels: Set<Unicode.Scalar> = Set("aăâeêioôơuưy".unicodeScalars)
  private static let toned: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = {
    let rows = [
      "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự",
      "yỳýỷỹỵ",
    ]
    let marks: [Unicode.Scalar] = ["1", "2", "3", "4", "5"]
    var table: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
    for row in rows.map({ Array($0.unicodeScalars) }) {
      for (scalar, mark) in zip(row.dropFirst(), marks) { table[scalar] = (row[0], mark) }
    }
    return table
  }()
}
