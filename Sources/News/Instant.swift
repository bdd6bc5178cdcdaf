/// A moment in UTC, counted in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
  public var milliseconds: Int64

  /// The moment so many milliseconds after the start of 1970.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }
  /// The moment so many seconds after the start of 1970.
  public init(seconds: Int64) { milliseconds = seconds * 1000 }

  /// The moment of a civil date and time at an offset east of UTC; days past a month's end roll over.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, offsetMinutes: Int = 0
  ) {
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offsetMinutes * 60)
    self.init(seconds: seconds)
  }

  /// The earlier is the less.
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
  /// The moment a time later, to the millisecond.
  public static func + (a: Instant, b: Duration) -> Instant {
    Instant(milliseconds: a.milliseconds + b.inMilliseconds)
  }
  /// The time from the second moment to the first.
  public static func - (a: Instant, b: Instant) -> Duration {
    .milliseconds(a.milliseconds - b.milliseconds)
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
  static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month, day, hour, minute, second and millisecond at an offset east of UTC.
  public func civil(offsetMinutes: Int = 0) -> (
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int
  ) {
    let ms = milliseconds + Int64(offsetMinutes) * 60_000
    let days = Int(ms >= 0 ? ms / 86_400_000 : (ms - 86_399_999) / 86_400_000)
    let rest = Int(ms - Int64(days) * 86_400_000)
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (
      year, month, dayOfYear - (153 * mp + 2) / 5 + 1, rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60,
      rest % 1000
    )
  }

  /// RFC 3339 in UTC with `Z`; milliseconds are written only where there are any.
  public var rfc3339: String {
    let c = civil()
    var text: [UInt8] = []
    text.reserveCapacity(24)
    func two(_ number: Int) {
      text.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
      text.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
    }
    if (0...9999).contains(c.year) {
      two(c.year / 100)
      two(c.year % 100)
    } else {
      text.append(contentsOf: String(c.year).utf8)
    }
    for (mark, number) in [
      (UInt8(ascii: "-"), c.month), (UInt8(ascii: "-"), c.day), (UInt8(ascii: "T"), c.hour),
      (UInt8(ascii: ":"), c.minute), (UInt8(ascii: ":"), c.second),
    ] {
      text.append(mark)
      two(number)
    }
    if c.millisecond != 0 {
      text.append(0x2E)
      text.append(UInt8(truncatingIfNeeded: 0x30 + c.millisecond / 100))
      two(c.millisecond % 100)
    }
    text.append(0x5A)
    return String(decoding: text, as: UTF8.self)
  }
}

extension Duration {
  /// Whole milliseconds, cut toward zero.
  public var inMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
