import News

/// One pass over a written date: numbers find their meaning by their separators and the words beside them.
struct DateScan {
  private enum Expectation { case nothing, day, month, year, minute, second }

  private let bytes: [UInt8]
  private let order: Source.DateOrder
  private var at = 0
  private var loose: [(value: Int, digits: Int)] = []
  private var expected = Expectation.nothing
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var hour: Int?
  private var minute: Int?
  private var second: Int?
  private var millisecond = 0
  private var zone: Int?
  private var isAfternoon: Bool?

  init(_ raw: String, order: Source.DateOrder) {
    bytes = Array(raw.lowercased().utf8)
    self.order = order
  }

  mutating func run() {
    while at < bytes.count {
      let byte = bytes[at]
      if isDigit(at) {
        readNumber()
      } else if byte >= 0x80 || (0x61...0x7A).contains(byte) {
        readWord()
      } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), hour != nil, isDigit(at + 1) {
        readOffset(sign: byte == UInt8(ascii: "-") ? -1 : 1)
      } else {
        at += 1
      }
    }
    placeLooseNumbers()
  }

  var precision: StatedDate.Precision {
    if second != nil { return .second }
    if minute != nil { return .minute }
    if hour != nil { return .hour }
    if day != nil { return .day }
    return month != nil ? .month : .year
  }

  func instant(zoneMinutes: Int) -> Instant? {
    guard let year, (1...9999).contains(year), let hour = hourOfDay else { return nil }
    let month = month ?? 1
    let day = day ?? 1
    guard (1...12).contains(month), (1...Self.days(year, month)).contains(day) else { return nil }
    guard (0...24).contains(hour), (0...59).contains(minute ?? 0), (0...60).contains(second ?? 0) else { return nil }
    var instant = Instant(
      year: year, month: month, day: day, hour: hour, minute: minute ?? 0, second: second ?? 0,
      offsetMinutes: zone ?? zoneMinutes)
    instant.milliseconds += Int64(millisecond)
    return instant
  }

  private var hourOfDay: Int? {
    guard let hour else { return 0 }
    switch isAfternoon {
    case true: return hour < 12 ? hour + 12 : hour
    case false: return hour == 12 ? 0 : hour
    default: return hour
    }
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

// MARK: numbers

extension DateScan {
  private func isDigit(_ index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func takeDigits(atMost limit: Int = 18) -> (value: Int, digits: Int) {
    var value = 0
    let start = at
    while isDigit(at), at - start < limit {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return (value, at - start)
  }

  private mutating func readNumber() {
    let start = at
    let number = takeDigits()
    let next = byte(at)
    let isTime = next == UInt8(ascii: ":") || (next == UInt8(ascii: "h") && !(0x61...0x7A).contains(byte(at + 1)))
    if isTime, hour == nil, number.digits <= 2 {
      readTime(hour: number.value)
    } else if [0x2D, 0x2F, 0x2E].contains(next), isDigit(at + 1), month == nil {
      readTriple(first: number)
    } else if number.digits >= 8, number.digits <= 14, year == nil {
      at = start
      readCompact(digits: number.digits)
    } else if start > 0, bytes[start - 1] == UInt8(ascii: "t"), hour == nil, number.digits == 6 || number.digits == 4 {
      at = start
      readCompactTime(digits: number.digits)
    } else {
      place(number)
    }
  }

  private mutating func readTime(hour: Int) {
    self.hour = hour
    at += 1
    guard isDigit(at) else { return }
    minute = takeDigits().value
    guard byte(at) == UInt8(ascii: ":"), isDigit(at + 1) else { return }
    at += 1
    second = takeDigits().value
    guard byte(at) == UInt8(ascii: ".") || byte(at) == UInt8(ascii: ","), isDigit(at + 1) else { return }
    at += 1
    let fraction = takeDigits(atMost: 3)
    millisecond = fraction.value * [1000, 100, 10, 1][fraction.digits]
    while isDigit(at) { at += 1 }
  }

  private mutating func readTriple(first: (value: Int, digits: Int)) {
    at += 1
    let second = takeDigits()
    var third: (value: Int, digits: Int)?
    if [0x2D, 0x2F, 0x2E].contains(byte(at)), isDigit(at + 1) {
      at += 1
      third = takeDigits()
    }
    if first.digits == 4 {
      (year, month, day) = (first.value, second.value, third?.value)
    } else if let third {
      year = Self.fullYear(third)
      let monthFirst = order == .mdy ? first.value <= 12 : second.value > 12
      (day, month) = monthFirst ? (second.value, first.value) : (first.value, second.value)
    } else if second.digits == 4 {
      (month, year) = (first.value, second.value)
    }
  }

  private mutating func readCompact(digits: Int) {
    year = takeDigits(atMost: 4).value
    month = takeDigits(atMost: 2).value
    day = takeDigits(atMost: 2).value
    if digits > 8 { readCompactTime(digits: digits - 8) }
  }

  private mutating func readCompactTime(digits: Int) {
    hour = takeDigits(atMost: 2).value
    if digits >= 4 { minute = takeDigits(atMost: 2).value }
    if digits >= 6 { second = takeDigits(atMost: 2).value }
  }

  private mutating func place(_ number: (value: Int, digits: Int)) {
    defer { expected = .nothing }
    switch expected {
    case .day: day = number.value
    case .month: month = number.value
    case .year where number.digits == 4: year = number.value
    case .minute: minute = number.value
    case .second: second = number.value
    default: loose.append(number)
    }
  }

  /// Numbers beside the name of a month: the short one is the day, the other the year.
  private mutating func placeLooseNumbers() {
    for number in loose {
      if number.digits == 4 {
        year = year ?? number.value
      } else if month != nil, day == nil, number.digits <= 2 {
        day = number.value
      } else if month != nil, year == nil, number.digits <= 2 {
        year = Self.fullYear(number)
      }
    }
  }

  private static func fullYear(_ number: (value: Int, digits: Int)) -> Int {
    guard number.digits <= 2 else { return number.value }
    return number.value + (number.value < 70 ? 2000 : 1900)
  }

  private mutating func readOffset(sign: Int) {
    let start = at
    at += 1
    let number = takeDigits()
    if [0x2D, 0x2F, 0x2E].contains(byte(at)) || number.digits > 4 {
      at = start + 1  // a date behind the time, not an offset
      readNumber()
      return
    }
    var minutes = number.digits > 2 ? number.value / 100 * 60 + number.value % 100 : number.value * 60
    if number.digits <= 2, byte(at) == UInt8(ascii: ":"), isDigit(at + 1) {
      at += 1
      minutes += takeDigits().value
    }
    if minutes <= 15 * 60 { zone = sign * minutes }
  }
}

// MARK: words

extension DateScan {
  private mutating func readWord() {
    let start = at
    while at < bytes.count, bytes[at] >= 0x80 || (0x61...0x7A).contains(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if let month = Self.month(word) {
      self.month = self.month ?? month
    } else if let offset = Self.zones[word] {
      if hour != nil { zone = offset * 60 }
    } else {
      expect(after: word)
    }
  }

  private mutating func expect(after word: String) {
    switch word {
    case "am", "sa", "sáng": isAfternoon = isAfternoon ?? false
    case "pm", "ch", "chiều", "tối": isAfternoon = true
    case "ngày", "mùng", "mồng": expected = .day
    case "tháng", "thg": expected = .month
    case "năm": expected = .year
    case "giờ":
      if hour == nil, let number = loose.popLast() { hour = number.value }
      expected = .minute
    case "phút":
      if minute == nil, let number = loose.popLast() { minute = number.value }
      expected = .second
    case "t", "lúc": expected = .nothing
    default: break
    }
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, let index = months.firstIndex(where: { word.hasPrefix($0) }) else { return nil }
    return index + 1
  }

  private static let zones: [String: Int] = [
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "ict": 7, "cet": 1, "cest": 2, "bst": 1, "jst": 9,
  ]
}
