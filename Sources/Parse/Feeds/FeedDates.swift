import News

/// How the dates of one source are read.
struct FeedDates {
  /// A date later than this is flagged: no article is announced so far ahead.
  private static let ahead: Duration = .seconds(86_400)

  let source: Source
  /// nil: no date counts as ahead.
  var now: Instant?

  func read(_ raw: String) -> StatedDate? {
    guard var date = DateReader.read(raw, order: source.dates, zoneMinutes: source.zoneMinutes) else { return nil }
    if let now, let instant = date.instant { date.isAhead = instant > now + Self.ahead }
    return date
  }
}
