import Archive
import GRDB
import News

/// An article with its versions and events.
public struct ItemReport: Encodable, Sendable {
  /// One version of the article, and where its payload lies.
  public struct Version: Encodable, Sendable {
    /// Counted from 1.
    public var number: Int
    /// When it was first seen.
    public var firstSeen: String
    /// When it says it was published.
    public var published: String?
    /// Whom it names as author.
    public var author: String?
    /// Where its words came from.
    public var origin: String
    /// Its title.
    public var title: String
    /// Its summary.
    public var summary: String
    /// Its body.
    public var text: String
    /// The hash of its canonical text.
    public var textSha256: String
    /// The hash of the bytes it was read from.
    public var payloadSha256: String?
    /// The WARC file that holds them.
    public var segment: String?
    /// Where the record starts in the file.
    public var offset: Int?
    /// How long the record is.
    public var length: Int?
  }

  /// An article that was taken for this one.
  public struct Merge: Encodable, Sendable {
    /// Its number in the archive.
    public var article: Int64
    /// Its address.
    public var url: String
    /// When it was taken up.
    public var at: String
    /// What made them one: `redirect` or `same-words`.
    public var why: String
    /// When a person parted them again.
    public var undoneAt: String?
    /// Why.
    public var undoneWhy: String?
  }

  /// The article's number in the archive.
  public var article: Int64
  /// Its address.
  public var url: String
  /// Its outlet.
  public var outlet: String
  /// Whether it still stands.
  public var state: String
  /// When it was first seen.
  public var firstSeen: String
  /// When it says it was published.
  public var published: String?
  /// True where its words went back to those of an older version three times or more.
  public var oscillating: Bool?
  /// Whether it was imported and not fetched.
  public var imported: Bool
  /// The number of the version that stands now.
  public var currentVersion: Int
  /// How often it was looked at.
  public var looks: Int
  /// What came of the last look.
  public var lastOutcome: String?
  /// Other keys it is known by.
  public var aliases: [String]
  /// What it was merged with.
  public var merges: [Merge]
  /// Its versions, in order.
  public var versions: [Version]
  /// What happened to it, in order.
  public var events: [EventReport]
}

extension ArchiveQuery {
  /// Everything kept of one article.
  public func item(_ article: Int64) throws -> ItemReport? {
    var filter = EventFilter()
    filter.article = article
    filter.all = true
    filter.minSeverity = .s0
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
        published: Instant(row["published"])?.rfc3339,
        oscillating: events.count { $0.reverts != nil && $0.withdrawn != true } >= 3 ? true : nil,
        imported: row["imported"], currentVersion: row["version"],
        looks: try Int.fetchOne(db, sql: "SELECT count(*) FROM look WHERE article = ?", arguments: [article]) ?? 0,
        lastOutcome: try String.fetchOne(
          db, sql: "SELECT outcome FROM look WHERE article = ? ORDER BY at DESC LIMIT 1", arguments: [article]),
        aliases: try String.fetchAll(db, sql: "SELECT key FROM alias WHERE article = ?", arguments: [article]),
        merges: try Self.merges(db, kept: article), versions: versions, events: events)
    }
  }

  private static func merges(_ db: Database, kept: Int64) throws -> [ItemReport.Merge] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT m.*, a.url FROM merge m JOIN article a ON a.id = m.absorbed WHERE m.kept = ? ORDER BY m.id
        """, arguments: [kept]
    ).map { row in
      ItemReport.Merge(
        article: row["absorbed"], url: row["url"], at: Instant(milliseconds: row["at"]).rfc3339, why: row["why"],
        undoneAt: Instant(row["undone_at"])?.rfc3339, undoneWhy: row["undone_why"])
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
    // Words kept from view have another row; the hash of what they were stays.
    textSha256 = (row["hash"] as String).replacing("withheld:", with: "")
    payloadSha256 = row["payload_sha256"]
    segment = row["segment"]
    offset = row["offset"]
    length = row["length"]
  }
}
