import News

/// The three date forms of RFC 9110 §5.6.7.
enum HTTPDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Day comes before year in all three forms, so the fields are told apart by their shape and order.
  static func parse(_ text: String, now: Instant) -> Instant? {
    var month: Int?
    var clock: [Int]?
    var numbers: [(value: Int, digits: Int)] = []
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }) {
      let word = String(word) ?? ""
      if let number = Int(word), number >= 0 {
        numbers.append((number, word.utf8.count))
      } else if word.utf8.contains(UInt8(ascii: ":")) {
        clock = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
      } else if let index = months.firstIndex(of: word.lowercased()) {
        month = index + 1
      }
    }
    guard let month, let clock, clock.count == 3, numbers.count == 2,
      (1...31).contains(numbers[0].value), (0...23).contains(clock[0]), (0...59).contains(clock[1]),
      (0...60).contains(clock[2]), numbers[1].value <= 9999
    else { return nil }
    let year = numbers[1].digits == 2 ? century(of: numbers[1].value, now: now) : numbers[1].value
    return Instant(
      year: year, month: month, day: numbers[0].value, hour: clock[0], minute: clock[1], second: clock[2])
  }

  /// A two digit year more than 50 years ahead is one of the last century.
  private static func century(of year: Int, now: Instant) -> Int {
    let current = now.civil().year
    let candidate = current - current % 100 + year
    return candidate > current + 50 ? candidate - 100 : candidate
  }
}
