import Archive
import GRDB
import News

/// An article as it stood at a moment, so far as it was seen.
public struct StandingReport: Encodable, Sendable {
  /// The article's number in the archive.
  public var article: Int64
  /// Its address.
  public var url: String
  /// Its outlet.
  public var outlet: String
  /// The moment asked for.
  public var at: String
  /// Whether it had been taken down by then.
  public var deleted: Bool
  /// When it was last looked at by then.
  public var seenAt: String?
  /// The version that stood.
  public var version: ItemReport.Version
}

extension ArchiveQuery {
  /// The version of an article that stood at a moment; nil where it was not yet seen.
  public func standing(_ article: Int64, at moment: Instant) throws -> StandingReport? {
    guard let item = try item(article), let number = try number(article, at: moment),
      let version = item.versions.first(where: { $0.number == number })
    else { return nil }
    let fate = try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT kind FROM event WHERE article = ? AND kind IN ('deleted', 'restored') AND at <= ?
          ORDER BY at DESC, id DESC LIMIT 1
          """, arguments: [article, moment.milliseconds])
    }
    let seen = try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT max(at) FROM look WHERE article = ? AND at <= ?", arguments: [article, moment.milliseconds])
    }
    return StandingReport(
      article: article, url: item.url, outlet: item.outlet, at: moment.rfc3339, deleted: fate == "deleted",
      seenAt: Instant(seen)?.rfc3339, version: version)
  }

  /// The last turn by then: a version first seen, words that came back, or an edit withdrawn.
  private func number(_ article: Int64, at moment: Instant) throws -> Int? {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT number FROM (
            SELECT first_seen AS at, number FROM version WHERE article = ?1
            UNION ALL SELECT at, to_version FROM event WHERE article = ?1 AND reverts IS NOT NULL
            UNION ALL SELECT withdrawn_at, from_version FROM event WHERE article = ?1 AND withdrawn_at IS NOT NULL)
          WHERE at <= ?2 ORDER BY at DESC LIMIT 1
          """, arguments: [article, moment.milliseconds])
    }
  }
}
