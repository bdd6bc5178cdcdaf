import Archive
import GRDB
import News

/// The health of one source.
public struct SourceReport: Encodable, Sendable {
  /// The address polled.
  public var url: String
  /// The outlet it is polled for.
  public var outlet: String
  /// `feed`, `listing` or `sitemap`.
  public var kind: String
  /// How the last poll ended.
  public var outcome: String
  /// What went wrong, for people.
  public var message: String?
  /// The last poll.
  public var polledAt: String?
  /// The last poll that went well.
  public var okAt: String?
  /// The first poll of the row of failures.
  public var failingSince: String?
  /// How many failures stand in a row.
  public var failures: Int
  /// The next poll by the timetable.
  public var nextPoll: String?
  /// Where it redirects to for good.
  public var movedTo: String?
  /// How many polls in a row led there.
  public var movedPolls: Int?
  /// Whether that address is the one polled.
  public var movedAdopted: Bool?
  /// Looks at articles of its outlet that were left out because too many were due.
  public var looksSkipped: Int
  /// Whether feeds.yaml no longer names it.
  public var retired: Bool
}

extension ArchiveQuery {
  /// Every source with its health.
  public func sources() throws -> [SourceReport] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.*, m.url AS moved, m.polls, m.adopted, o.skipped FROM source s JOIN outlet o ON o.id = s.outlet
          LEFT JOIN source_move m ON m.source = s.id ORDER BY s.outlet, s.id
          """
      ).map { row in
        let message: String = row["message"]
        return SourceReport(
          url: row["url"], outlet: row["outlet"], kind: row["kind"], outcome: row["outcome"],
          message: message.isEmpty ? nil : message, polledAt: Instant(row["polled_at"])?.rfc3339,
          okAt: Instant(row["ok_at"])?.rfc3339, failingSince: Instant(row["failing_since"])?.rfc3339,
          failures: row["failures"],
          nextPoll: row["polled_at"] == nil ? nil : Instant(row["next_poll"])?.rfc3339, movedTo: row["moved"],
          movedPolls: row["polls"], movedAdopted: row["adopted"], looksSkipped: row["skipped"], retired: row["retired"])
      }
    }
  }
}
