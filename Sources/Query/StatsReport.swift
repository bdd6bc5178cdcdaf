import GRDB
import News

/// Size and growth of an archive.
public struct StatsReport: Encodable, Sendable {
  /// Outlets ever watched.
  public var outlets: Int
  /// Sources ever polled.
  public var sources: Int
  /// Articles found.
  public var articles: Int
  /// Versions of them.
  public var versions: Int
  /// Looks taken at them.
  public var looks: Int
  /// Events recorded.
  public var events: Int
  /// Pairs of copy and source, formulas left out.
  public var copies: Int
  /// Stale places that still stand.
  public var stale: Int
  /// Bytes of the WARC segments.
  public var warcBytes: Int
  /// Bytes of the database.
  public var databaseBytes: Int
  /// What the last 24 hours added.
  public var lastDay: GrowthReport
  /// What the last seven days added.
  public var lastWeek: GrowthReport
}

extension ArchiveQuery {
  /// How much the archive holds, and how it grew up to `now`.
  public func stats(at now: Instant) throws -> StatsReport {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return StatsReport(
        outlets: try count("SELECT count(*) FROM outlet"), sources: try count("SELECT count(*) FROM source"),
        articles: try count("SELECT count(*) FROM article"), versions: try count("SELECT count(*) FROM version"),
        looks: try count("SELECT count(*) FROM look"), events: try count("SELECT count(*) FROM event"),
        copies: try count("SELECT count(*) FROM copy WHERE class <> 'formula'"),
        stale: try count("SELECT count(*) FROM stale WHERE ended_at IS NULL"),
        warcBytes: try count("SELECT coalesce(sum(length), 0) FROM segment"),
        databaseBytes: try count("PRAGMA page_count") * count("PRAGMA page_size"),
        lastDay: try GrowthReport(db, since: now + .seconds(-86_400)),
        lastWeek: try GrowthReport(db, since: now + .seconds(-7 * 86_400)))
    }
  }
}
