import Archive
import GRDB
import News

/// One changed place that a copy still carries (or carried) in its old words.
public struct StaleReport: Encodable, Sendable {
  /// The copy's address.
  public var copyUrl: String
  /// The copy's outlet.
  public var copyOutlet: String
  /// The source's address.
  public var sourceUrl: String
  /// The source's outlet.
  public var sourceOutlet: String
  /// The words the copy carries.
  public var before: String
  /// The words the source has instead.
  public var after: String
  /// Those with a few words on either side.
  public var context: String?
  /// What kind of words they are.
  public var `class`: String
  /// How grave the correction was, `S0` to `S5`.
  public var severity: String
  /// When the source corrected them.
  public var correctedAt: String
  /// When the copy was first seen to carry them still.
  public var seenAt: String
  /// When it no longer did; nil while it does.
  public var endedAt: String?
  /// How it ended.
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
          sourceOutlet: row["source_outlet"], before: row["before"], after: row["after"],
          context: (row["context"] as String).isEmpty ? nil : row["context"], class: row["class"],
          severity: "S\(row["severity"] as Int)", correctedAt: Instant(milliseconds: row["corrected_at"]).rfc3339,
          seenAt: Instant(milliseconds: row["seen_at"]).rfc3339,
          endedAt: Instant(row["ended_at"])?.rfc3339, how: row["how"])
      }
    }
  }
}
