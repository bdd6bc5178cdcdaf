import Archive
import GRDB
import News

/// The health of one source.
public struct SourceReport: Encodable, Sendable {
  public var url: String
  public var outlet: String
  public var kind: String
  public var outcome: String
  public var message: String?
  public var polledAt: String?
  public var okAt: String?
  public var failingSince: String?
  public var failures: Int
  public var retired: Bool
}

/// Size and growth of an archive.
public struct StatsReport: Encodable, Sendable {
  public var outlets: Int
  public var sources: Int
  public var articles: Int
  public var versions: Int
  public var looks: Int
  public var events: Int
  public var copies: Int
  public var stale: Int
  public var warcBytes: Int
  public var databaseBytes: Int
}

extension ArchiveQuery {
  /// Every source with its health.
  public func sources() throws -> [SourceReport] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM source ORDER BY outlet, id").map { row in
        let message: String = row["message"]
        return SourceReport(
          url: row["url"], outlet: row["outlet"], kind: row["kind"], outcome: row["outcome"],
          message: message.isEmpty ? nil : message, polledAt: Instant(row["polled_at"])?.rfc3339,
          okAt: Instant(row["ok_at"])?.rfc3339, failingSince: Instant(row["failing_since"])?.rfc3339,
          failures: row["failures"], retired: row["retired"])
      }
    }
  }

  /// How much the archive holds.
  public func stats() throws -> StatsReport {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return StatsReport(
        outlets: try count("SELECT count(*) FROM outlet"), sources: try count("SELECT count(*) FROM source"),
        articles: try count("SELECT count(*) FROM article"), versions: try count("SELECT count(*) FROM version"),
        looks: try count("SELECT count(*) FROM look"), events: try count("SELECT count(*) FROM event"),
        copies: try count("SELECT count(*) FROM copy WHERE class <> 'formula'"),
        stale: try count("SELECT count(*) FROM stale WHERE ended_at IS NULL"),
        warcBytes: try count("SELECT coalesce(sum(length), 0) FROM segment"),
        databaseBytes: try count("PRAGMA page_count") * count("PRAGMA page_size"))
    }
  }
}
