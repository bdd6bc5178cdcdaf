import News

/// One pass over a written date: numbers find their meaning by their separators and the words beside them.
struct DateScan {
  enum Expectation { case nothing, day, month, year, minute, second, weekday, unitOfMonth }

  let bytes: [UInt8]
  private let order: Source.DateOrder
  var at = 0
  var loose: [(value: Int, digits: Int)] = []
  var expected = Expectation.nothing
  var year: Int?
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  private var millisecond = 0
  private var weekOfYear: Int?
  private var dayOfYear: Int?
  private var epoch: Instant?
  var zone: Int?
  var isAfternoon: Bool?

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
      } else if isSign(byte), isDigit(at + 1) {
        readOffset(sign: byte == UInt8(ascii: "-") ? -1 : 1)
      } else {
        at += 1
      }
    }
    placeLooseNumbers()
  }

  /// A date without a time may have an offset too, but there a hyphen says nothing.
  private func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") ? hour != nil || day != nil : byte == UInt8(ascii: "-") && hour != nil
  }

  var precision: StatedDate.Precision {
    if second != nil || epoch != nil { return .second }
    if minute != nil { return .minute }
    if hour != nil { return .hour }
    if day != nil || weekOfYear != nil || dayOfYear != nil { return .day }
    return month != nil ? .month : .year
  }

  func instant(zoneMinutes: Int) -> Instant? {
    if let epoch { return epoch }
    guard let year, (1...9999).contains(year), let hour = hourOfDay else { return nil }
    guard let (month, day) = dayOfTheYear(year) else { return nil }
    guard (0...24).contains(hour), (0...59).contains(minute ?? 0), (0...60).contains(second ?? 0) else { return nil }
    var instant = Instant(
      year: year, month: month, day: day, hour: hour, minute: minute ?? 0, second: second ?? 0,
      offsetMinutes: zone ?? zoneMinutes)
    instant.milliseconds += Int64(millisecond)
    return instant
  }

  /// Month and day; days past a month's end roll over, as do those of ISO's weeks, which begin on Monday.
  private func dayOfTheYear(_ year: Int) -> (month: Int, day: Int)? {
    if let dayOfYear { return (1...(Self.days(year, 2) == 29 ? 366 : 365)).contains(dayOfYear) ? (1, dayOfYear) : nil }
    if let weekOfYear {
      guard (1...53).contains(weekOfYear), (1...7).contains(day ?? 1) else { return nil }
      let fourth = Instant(year: year, month: 1, day: 4).milliseconds / 86_400_000
      // 1970-01-01 was a Thursday.
      let weekday = Int(((fourth + 3) % 7 + 7) % 7)
      return (1, 4 - weekday + (weekOfYear - 1) * 7 + (day ?? 1) - 1)
    }
    let (month, day) = (month ?? 1, day ?? 1)
    return (1...12).contains(month) && (1...Self.days(year, month)).contains(day) ? (month, day) : nil
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
  func isDigit(_ index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
  func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func takeDigits(atMost limit: Int = 18) -> (value: Int, digits: Int) {
    var value = 0
    let start = at
    while isDigit(at), at - start < limit {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return (value, at - start)
  }

  mutating func readNumber() {
    let start = at
    let number = takeDigits()
    let next = byte(at)
    // 8h15, and 8g15 as the south writes it.
    let isTime =
      next == UInt8(ascii: ":")
      || ((next == UInt8(ascii: "h") || next == UInt8(ascii: "g")) && !(0x61...0x7A).contains(byte(at + 1))
        && byte(at + 1) < 0x80)
    if isTime, hour == nil, number.digits <= 2 {
      readTime(hour: number.value)
    } else if number.digits == 4, year == nil, readWeekOrDay(of: number.value) {
      return
    } else if [0x2D, 0x2F, 0x2E].contains(next), isDigit(at + 1), month == nil {
      readTriple(first: number)
    } else if number.digits == 10 || number.digits == 13, bytes[start] == UInt8(ascii: "1"), year == nil {
      // Seconds or milliseconds since 1970; as a written date it would lie a thousand years back.
      epoch = Instant(milliseconds: Int64(number.digits == 10 ? number.value * 1000 : number.value))
    } else if number.digits >= 8, number.digits <= 14, year == nil {
      at = start
      readCompact(digits: number.digits)
    } else if number.digits == 7, year == nil {
      (year, dayOfYear) = (number.value / 1000, number.value % 1000)
    } else if start > 0, bytes[start - 1] == UInt8(ascii: "t"), hour == nil, [2, 4, 6].contains(number.digits) {
      at = start
      readCompactTime(digits: number.digits)
    } else {
      place(number)
    }
  }

  /// `2026-W06-2`, `2026W062` and `2026-034`, of which the year has been read.
  private mutating func readWeekOrDay(of number: Int) -> Bool {
    let start = at
    if byte(at) == UInt8(ascii: "-") { at += 1 }
    if byte(at) == UInt8(ascii: "w"), isDigit(at + 1) {
      at += 1
      (year, weekOfYear) = (number, takeDigits(atMost: 2).value)
      if byte(at) == UInt8(ascii: "-") { at += 1 }
      if isDigit(at) { day = takeDigits(atMost: 1).value }
      return true
    }
    if at > start {
      let days = takeDigits()
      if days.digits == 3, byte(at) != UInt8(ascii: "-") {
        (year, dayOfYear) = (number, days.value)
        return true
      }
    }
    at = start
    return false
  }

  private mutating func readTime(hour: Int) {
    expected = .nothing
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
    expected = .nothing
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
    case .day where number.digits <= 2: day = number.value
    case .month where number.digits <= 2 && month == nil: month = number.value
    case .year where number.digits == 4: year = number.value
    case .minute: minute = number.value
    case .second: second = number.value
    case .weekday: break
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
