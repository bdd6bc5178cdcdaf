import Foundation
import News
import Parse
import Testing

struct DateReaderTests {
  private func expect(_ row: (String, String, String), _ order: Source.DateOrder = .dmy) throws {
    let date = try #require(DateReader.read(row.0, order: order, zoneMinutes: 420))
    #expect(date.raw == row.0)
    #expect(date.instant?.milliseconds == Self.milliseconds(row.1), "\(date.instant?.rfc3339 ?? "nothing")")
    #expect(date.precision.rawValue == row.2)
  }

  /// Another reader than ours says what the table means.
  private static func milliseconds(_ text: String) -> Int64? {
    let format = ISO8601DateFormatter()
    if text.contains(".") { format.formatOptions.insert(.withFractionalSeconds) }
    return format.date(from: text).map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
  }

  @Test(arguments: DateTable.internetMessage)
  func read_whenFeedsWriteIt_givesInstantAndPrecision(row: (String, String, String)) throws { try expect(row) }

  @Test(arguments: DateTable.international)
  func read_whenItIsISO8601_givesInstantAndPrecision(row: (String, String, String)) throws { try expect(row) }

  @Test(arguments: DateTable.vietnamese)
  func read_whenVietnameseOutletsWriteIt_givesInstantAndPrecision(row: (String, String, String)) throws {
    try expect(row)
  }

  @Test(arguments: DateTable.monthFirst)
  func read_whenSourceIsMonthFirst_swapsDayAndMonth(row: (String, String, String)) throws { try expect(row, .mdy) }

  @Test(arguments: DateTable.unreadable)
  func read_whenItMeansNoDate_keepsTheTextOnly(raw: String) {
    let date = DateReader.read(raw, order: .dmy, zoneMinutes: 420)
    #expect(date?.raw == raw)
    #expect(date?.instant == nil)
  }

  @Test func read_whenZoneIsTheSources_usesIt() {
    let date = DateReader.read("Mon, 08 Jun 2026 09:09:00", order: .dmy, zoneMinutes: 0)
    #expect(date?.instant?.rfc3339 == "2026-06-08T09:09:00Z")
  }

  @Test func read_whenThereIsNoText_isNothing() {
    #expect(DateReader.read(" \n", order: .dmy, zoneMinutes: 420) == nil)
  }

  @Test func table_holdsAtLeast120Strings() {
    let rows = [DateTable.internetMessage, DateTable.international, DateTable.vietnamese, DateTable.monthFirst]
    #expect(Set(rows.joined().map(\.0)).count >= 120)
  }
}
