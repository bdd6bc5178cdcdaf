import Archive
import GRDB
import News

/// An article with its versions and events.
public struct ItemReport: Encodable, Sendable {
  public struct Version: Encodable, Sendable {
    public var number: Int
    public var firstSeen: String
    public var published: String?
    public var author: String?
    public var origin: String
    public var title: String
    public var summary: String
    public var text: String
    public var textSha256: String
    public var payloadSha256: String?
    public var segment: String?
    public var offset: Int?
    public var length: Int?
  }

  public var article: Int64
  public var url: String
  public var outlet: String
  public var state: String
  public var firstSeen: String
  public var published: String?
  public var imported: Bool
  public var currentVersion: Int
  public var looks: Int
  public var aliases: [String]
  public var versions: [Version]
  public var events: [EventReport]
}

extension ArchiveQuery {
  /// Everything kept of one article.
  public func item(_ article: Int64) throws -> ItemReport? {
    var filter = EventFilter()
    filter.article = article
    filter.all = true
    let events = try edits(filter)
    return try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM article WHERE id = ?", arguments: [article]) else {
        return nil
      }
      let versions = try Row.fetchAll(
        db, sql: "SELECT * FROM version JOIN text ON text.id = version.text WHERE article = ? ORDER BY number",
        arguments: [article]
      ).map(ItemReport.Version.init(row:))
      return ItemReport(
        article: article, url: row["url"], outlet: row["outlet"], state: row["state"],
        firstSeen: Instant(milliseconds: row["first_seen"]).rfc3339,
        published: Instant(row["published"])?.rfc3339, imported: row["imported"], currentVersion: row["version"],
        looks: try Int.fetchOne(db, sql: "SELECT count(*) FROM look WHERE article = ?", arguments: [article]) ?? 0,
        aliases: try String.fetchAll(db, sql: "SELECT key FROM alias WHERE article = ?", arguments: [article]),
        versions: versions, events: events)
    }
  }

  /// Two versions of an article (the last two where none are named) as words.
  public func texts(_ article: Int64, _ numbers: [Int]) throws -> (ArticleText, ArticleText)? {
    try read { db in
      let known = try Int.fetchAll(
        db, sql: "SELECT number FROM version WHERE article = ? ORDER BY number", arguments: [article])
      let wanted = numbers.count == 2 ? numbers : Array(known.suffix(2))
      guard wanted.count == 2, let a = try ArticleText.fetch(db, article: article, number: wanted[0]),
        let b = try ArticleText.fetch(db, article: article, number: wanted[1])
      else { return nil }
      return (a, b)
    }
  }

  /// The words that stand now.
  public func text(_ article: Int64) throws -> ArticleText? {
    try read { db in
      let number = try Int.fetchOne(db, sql: "SELECT version FROM article WHERE id = ?", arguments: [article])
      return try number.flatMap { try ArticleText.fetch(db, article: article, number: $0) }
    }
  }
}

extension ItemReport.Version {
  fileprivate init(row: Row) {
    number = row["number"]
    firstSeen = Instant(milliseconds: row["first_seen"]).rfc3339
    published = Instant(row["published"])?.rfc3339
    author = row["author"]
    origin = row["origin"]
    title = row["title"]
    summary = row["summary"]
    text = row["body"]
    textSha256 = row["hash"]
    payloadSha256 = row["payload_sha256"]
    segment = row["segment"]
    offset = row["offset"]
    length = row["length"]
  }
}
