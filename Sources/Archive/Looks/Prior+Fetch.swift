import GRDB
import News

extension Prior {
  /// Reads what is known of an article; nil where there is none.
  static func fetch(_ db: Database, article: Int64) throws -> Prior? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM article WHERE id = ?", arguments: [article]) else {
      return nil
    }
    let versions = try Row.fetchAll(
      db,
      sql: """
        SELECT number, hash, origin, modified, published, author FROM version JOIN text ON text.id = version.text
        WHERE article = ? ORDER BY number
        """, arguments: [article]
    ).map { row in
      Version(
        number: row["number"], hash: row["hash"], origin: PageSeen.Origin(rawValue: row["origin"]) ?? .page,
        modified: Instant(row["modified"]), published: Instant(row["published"]), author: row["author"])
    }
    let current: Int = row["version"]
    return Prior(
      article: article, state: State(rawValue: row["state"]) ?? .live, versions: versions, current: current,
      text: try ArticleText.fetch(db, article: article, number: current),
      pending: try (row["pending"] as Int64?).flatMap { try Pending.fetch(db, event: $0) },
      goneSince: Instant(row["gone_since"]), goneHow: row["gone_how"], step: row["step"],
      isGrave: row["grave"],
      returns: try Int.fetchOne(
        db, sql: "SELECT count(*) FROM event WHERE article = ? AND reverts IS NOT NULL AND withdrawn_at IS NULL",
        arguments: [article]) ?? 0)
  }
}

extension Prior.Pending {
  fileprivate static func fetch(_ db: Database, event: Int64) throws -> Prior.Pending? {
    let sql = "SELECT at, from_version, to_version FROM event WHERE id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [event]).map { row in
      Prior.Pending(
        event: event, from: row["from_version"] ?? 0, to: row["to_version"] ?? 0,
        since: Instant(milliseconds: row["at"]))
    }
  }
}

extension ArticleText {
  /// The words of one version of an article.
  public static func fetch(_ db: Database, article: Int64, number: Int) throws -> ArticleText? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT title, summary, body FROM version JOIN text ON text.id = version.text
        WHERE article = ? AND number = ?
        """, arguments: [article, number]
    ).map(ArticleText.init(row:))
  }

  /// The words of a row with title, summary and body.
  public init(row: Row) {
    self.init(title: row["title"], summary: row["summary"], body: row["body"])
  }
}
