import Archive
import GRDB
import News

/// One changed place that a copy still carries (or carried) in its old words.
public struct StaleReport: Encodable, Sendable {
  public var copyUrl: String
  public var copyOutlet: String
  public var sourceUrl: String
  public var sourceOutlet: String
  public var before: String
  public var after: String
  public var `class`: String
  public var severity: String
  public var correctedAt: String
  public var seenAt: String
  public var endedAt: String?
  public var how: String?
}

extension ArchiveQuery {
  /// Stale copies; `all` adds those that ended.
  public func stale(all: Bool) throws -> [StaleReport] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.*, a.url AS copy_url, a.outlet AS copy_outlet, b.url AS source_url, b.outlet AS source_outlet
          FROM stale s JOIN copy c ON c.id = s.pair JOIN article a ON a.id = c.copy JOIN article b ON b.id = c.source
          WHERE ? OR s.ended_at IS NULL ORDER BY s.corrected_at, s.id
          """, arguments: [all]
      ).map { row in
        StaleReport(
          copyUrl: row["copy_url"], copyOutlet: row["copy_outlet"], sourceUrl: row["source_url"],
          sourceOutlet: row["source_outlet"], before: row["before"], after: row["after"], class: row["class"],
          severity: "S\(row["severity"] as Int)", correctedAt: Instant(milliseconds: row["corrected_at"]).rfc3339,
          seenAt: Instant(milliseconds: row["seen_at"]).rfc3339,
          endedAt: (row["ended_at"] as Int64?).map { Instant(milliseconds: $0).rfc3339 }, how: row["how"])
      }
    }
  }
}
