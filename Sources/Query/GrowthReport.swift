import GRDB
import News

/// What an archive gained since a moment.
public struct GrowthReport: Encodable, Sendable {
  /// Articles first seen.
  public var articles: Int
  /// Versions made.
  public var versions: Int
  /// Looks taken.
  public var looks: Int
  /// Events recorded, by kind.
  public var events: [String: Int]

  init(_ db: Database, since moment: Instant) throws {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql, arguments: [moment.milliseconds]) ?? 0 }
    articles = try count("SELECT count(*) FROM article WHERE first_seen >= ?")
    versions = try count("SELECT count(*) FROM version WHERE first_seen >= ?")
    looks = try count("SELECT count(*) FROM look WHERE at >= ?")
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, count(*) AS number FROM event WHERE at >= ? AND withdrawn_at IS NULL GROUP BY kind",
      arguments: [moment.milliseconds])
    events = Dictionary(uniqueKeysWithValues: rows.map { ($0["kind"], $0["number"]) })
  }
}
