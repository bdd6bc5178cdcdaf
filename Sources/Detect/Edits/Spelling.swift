/// What is only spelling in Vietnamese: case, the place of the tone mark (hoà, hòa), i for y (kỳ, kì).
enum Spelling {
  /// The key two spellings of one word share: lower case, the tone after the letters.
  static func key(_ word: some StringProtocol) -> String {
    var letters = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      let value = Int(scalar.value)
      if value < 0x80 {
        letters.append((0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : scalar)
      } else if value < known.count, let letter = known[value] {
        letters.append(letter.base)
        if let mark = letter.tone { tone = mark }
      } else {
        letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    if letters.last == "y", let before = letters.dropLast().last {
      let glide = before == "u" && letters.count == 3 && letters.first == "q"
      if glide || !vowels.contains(before) {
        letters.removeLast()
        letters.append("i")
      }
    }
    if let tone { letters.append(tone) }
    return String(letters)
  }

  /// The keys of a phrase's words.
  static func keys(_ phrase: String) -> [String] { phrase.split(separator: " ").map { key($0) } }

  /// A table whose rows are found by the keys of their words, parted by one space.
  static func keyed<Value>(_ table: [String: Value]) -> [String: Value] {
    let rows = table.map { (keys($0).joined(separator: " "), $1) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static let vowels: Set<Unicode.Scalar> = Set("aăâeêioôơuưy".unicodeScalars)
  /// Vietnamese letters beyond ASCII in either case, by their scalar: the letter without its tone, and the tone.
  private static let known: [(base: Unicode.Scalar, tone: Unicode.Scalar?)?] = {
    let rows = [
      "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự",
      "yỳýỷỹỵ", "đ",
    ]
    let marks: [Unicode.Scalar?] = [nil, "1", "2", "3", "4", "5"]
    var table: [(base: Unicode.Scalar, tone: Unicode.Scalar?)?] = Array(repeating: nil, count: 0x1F00)
    for row in rows.map({ Array($0.unicodeScalars) }) {
      for (scalar, mark) in zip(row, marks) {
        for form in [scalar] + Array(scalar.properties.uppercaseMapping.unicodeScalars) where form.value >= 0x80 {
          table[Int(form.value)] = (row[0], mark)
        }
      }
    }
    return table
  }()
}
