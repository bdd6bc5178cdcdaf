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

extension ArchiveQuery {
  /// Every source with its health.
  public func sources() throws -> [SourceReport] {
    try database.read { db in
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
}
