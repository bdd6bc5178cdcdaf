import News
import Parse
import Testing

struct DateReaderTests {
  @Test(arguments: [
    ("Wed, 16 Jul 2025 09:30:00 GMT+7", "2025-07-16T02:30:00Z"),
    ("Sat, 27 Jan 24 14:15:00 +0700", "2024-01-27T07:15:00Z"),
    ("Mon, 08 Jun 2026 09:09:00", "2026-06-08T02:09:00Z"),
    ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
    ("Thu, 1 Jan 2004 19:48 EST", "2004-01-02T00:48:00Z"),
    ("Thu Jan  1 19:48:21 2004", "2004-01-01T12:48:21Z"),
    ("2026-02-03T04:05:06.250+07:00", "2026-02-02T21:05:06.250Z"),
    ("20260203T040506Z", "2026-02-03T04:05:06Z"),
    ("04/10/2026 08:30:00", "2026-10-04T01:30:00Z"),
    ("10/02/2026 09:25 CH", "2026-02-10T14:25:00Z"),
    ("10.02.2026 12:05 SA", "2026-02-09T17:05:00Z"),
    ("Thứ Năm, 22/10/2020 08:15", "2020-10-22T01:15:00Z"),
    ("22-10-2020 | 08:15", "2020-10-22T01:15:00Z"),
    ("08:15 22-10-2020", "2020-10-22T01:15:00Z"),
    ("ngày 22 tháng 10 năm 2020", "2020-10-21T17:00:00Z"),
    ("Thứ Năm, ngày 22/10/2020 08:15 (GMT+7)", "2020-10-22T01:15:00Z"),
    ("8 giờ 15 phút, ngày 22 tháng 10 năm 2020", "2020-10-22T01:15:00Z"),
    ("8h15, 22/10/2020", "2020-10-22T01:15:00Z"),
  ])
  func read_whenOutletsWriteIt_givesTheInstant(raw: String, expected: String) {
    #expect(DateReader.read(raw, order: .dmy, zoneMinutes: 420)?.instant?.rfc3339 == expected)
  }

  @Test func read_whenSourceIsMonthFirst_swapsDayAndMonth() {
    let date = DateReader.read("10/2/2026 9:25:00 AM", order: .mdy, zoneMinutes: 420)
    #expect(date?.instant?.rfc3339 == "2026-10-02T02:25:00Z")
  }

  @Test(arguments: [
    ("2026", StatedDate.Precision.year), ("2026-02", .month), ("2026-02-03", .day), ("03/02/2026 08:15", .minute),
    ("2026-02-03T08:15:00Z", .second),
  ])
  func read_tellsHowExactItIs(raw: String, precision: StatedDate.Precision) {
    #expect(DateReader.read(raw, order: .dmy, zoneMinutes: 420)?.precision == precision)
  }

  @Test(arguments: ["hôm qua", "32/13/2026", "30 Feb 2026 08:00", "99999999999999999999"])
  func read_whenItMeansNoDate_keepsTheTextOnly(raw: String) {
    let date = DateReader.read(raw, order: .dmy, zoneMinutes: 420)
    #expect(date?.raw == raw)
    #expect(date?.instant == nil)
  }
}
