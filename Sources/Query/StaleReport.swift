import Archive
import GRDB
import News

/// One changed place that a copy still carries (or carried) in its old words.
public struct StaleReport: Encodable, Sendable {
  public var copy_url: String
  public var copy_outlet: String
  public var source_url: String
  public var source_outlet: String
  public var before: String
  public var after: String
  public var `class`: String
  public var severity: String
  public var corrected_at: String
  public var seen_at: String
  public var ended_at: String?
  public var how: String?
}

extension ArchiveQuery {
  /// Stale copies; `all` adds those that ended.
  public func stale(all: Bool) throws -> [StaleReport] {
    try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.*, a.url AS copy_url, a.outlet AS copy_outlet, b.url AS source_url, b.outlet AS source_outlet
          FROM stale s JOIN copy c ON c.id = s.pair JOIN article a ON a.id = c.copy JOIN article b ON b.id = c.source
          WHERE ? OR s.ended_at IS NULL ORDER BY s.corrected_at, s.id
          """, arguments: [all]
      ).map { row in
        StaleReport(
          copy_url: row["copy_url"], copy_outlet: row["copy_outlet"], source_url: row["source_url"],
          source_outlet: row["source_outlet"], before: row["before"], after: row["after"], class: row["class"],
          severity: "S\(row["severity"] as Int)", corrected_at: Instant(milliseconds: row["corrected_at"]).rfc3339,
          seen_at: Instant(milliseconds: row["seen_at"]).rfc3339,
          ended_at: (row["ended_at"] as Int64?).map { Instant(milliseconds: $0).rfc3339 }, how: row["how"])
      }
    }
  }
}
