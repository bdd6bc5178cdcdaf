/// What is only spelling in Vietnamese: case, the place of the tone mark (hoà, hòa), i for y (kỳ, kì).
enum Spelling {
  /// The key two spellings of one word share: lower case, the tone after the letters.
  static func key(_ word: some StringProtocol) -> String { simple(word) ?? general(word) }

  /// The key of a word that has only ASCII and letters of Vietnamese, as nearly every one: made in place, as one is
  /// made of each word.
  private static func simple(_ word: some StringProtocol) -> String? {
    var isKnown = true
    let key = String(unsafeUninitializedCapacity: word.utf8.count + 1) { out in
      var (count, letters) = (0, 0)
      var (first, before, last) = (UInt32(0), UInt32(0), UInt32(0))
      var tone: UInt8?
      for scalar in word.unicodeScalars {
        var value = scalar.value
        if value < 0x80 {
          if (0x41...0x5A).contains(value) { value |= 0x20 }
        } else if Int(value) < known.count, let letter = known[Int(value)] {
          value = letter.base.value
          if let mark = letter.tone { tone = UInt8(truncatingIfNeeded: mark.value) }
        } else {
          isKnown = false
          return 0
        }
        if value < 0x80 {
          out[count] = UInt8(truncatingIfNeeded: value)
          count += 1
        } else {
          // The letters of Vietnamese without their tones lie below U+0800.
          out[count] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
          out[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          count += 2
        }
        if letters == 0 { first = value }
        (before, last) = (last, value)
        letters += 1
      }
      if last == 0x79, letters > 1, softens(before, count: letters, first: first) { out[count - 1] = 0x69 }
      if let tone {
        out[count] = tone
        count += 1
      }
      return count
    }
    return isKnown ? key : nil
  }

  /// Whether a final y after this letter is an i: "kỳ" is "kì", "quy" is "qui", but "tuy" is not "tui".
  private static func softens(_ before: UInt32, count: Int, first: UInt32) -> Bool {
    before == 0x75 && count == 3 && first == 0x71 || !(Unicode.Scalar(before).map(vowels.contains) ?? false)
  }

  private static func general(_ word: some StringProtocol) -> String {
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
