/// What the words of a written date mean.
extension DateScan {
  mutating func readWord() {
    let start = at
    while at < bytes.count, bytes[at] >= 0x80 || (0x61...0x7A).contains(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if expected == .month, let number = Self.numerals[word] {
      // "tháng năm" is the fifth month, whatever else "năm" means.
      month = number
      expected = number == 10 ? .unitOfMonth : .nothing
    } else if expected == .unitOfMonth, word == "một" || word == "hai" {
      month = word == "một" ? 11 : 12
      expected = .nothing
    } else if let month = Self.month(word) {
      self.month = self.month ?? month
      expected = .nothing
    } else if let offset = Self.zones[word] {
      if hour != nil { zone = offset * 60 }
    } else {
      expect(after: word)
    }
  }

  private mutating func expect(after word: String) {
    switch word {
    case "am", "sáng": isAfternoon = isAfternoon ?? false
    case "pm", "chiều", "tối": isAfternoon = true
    case "sa" where hour != nil: isAfternoon = isAfternoon ?? false
    case "ch" where hour != nil: isAfternoon = true
    case "trưa": isAfternoon = hour.map { $0 < 3 || $0 == 12 } ?? false
    case "đêm": isAfternoon = hour.map { $0 > 5 && $0 < 12 } ?? false
    case "ngày", "mùng", "mồng": expected = .day
    case "tháng", "thg", "th": expected = .month
    case "năm": expected = .year
    case "thứ": expected = .weekday
    case "t" where isDigit(at) && !isDigit(at + 1) && hour == nil && year == nil: expected = .weekday
    case "giờ":
      if hour == nil, let number = loose.popLast() { hour = number.value }
      expected = .minute
    case "phút":
      if minute == nil, let number = loose.popLast() { minute = number.value }
      expected = .second
    case "giây":
      if second == nil, let number = loose.popLast() { second = number.value }
    default: expected = .nothing
    }
  }

  private static let numerals: [String: Int] = [
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  /// Hours east of UTC. Names that several countries use mean what RFC 822 says.
  private static let zones: [String: Int] = [
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "ict": 7, "wib": 7, "cet": 1, "cest": 2, "bst": 1,
    "eet": 2, "eest": 3, "msk": 3, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
  ]
}
