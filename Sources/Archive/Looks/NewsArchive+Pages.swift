import GRDB
import News

extension NewsArchive {
  /// A page that another tool archived.
  public struct ImportedPage: Sendable {
    public var outlet: String
    public var url: String
    public var keys: [String]
    public var look: Look

    public init(outlet: String, url: String, keys: [String], look: Look) {
      self.outlet = outlet
      self.url = url
      self.keys = keys
      self.look = look
    }
  }

  /// The outlet whose hosts hold an address; nil where none is known.
  public func outlet(owning host: String) throws -> String? {
    try read { db in
      try String.fetchOne(
        db,
        sql: "SELECT id FROM outlet WHERE char(10) || names || char(10) LIKE '%' || char(10) || ? || char(10) || '%'",
        arguments: [host])
    }
  }

  /// Takes pages in as looks of their time, each with its exchange; one that was taken in before adds nothing.
  public func commit(
    pages: [ImportedPage], deciding decide: @Sendable (Prior, Look) -> Decision
  ) throws -> [Receipt] {
    try detecting {
      let receipts = try transaction { db in
        try pages.compactMap { page -> Receipt? in
          guard let article = try article(of: page, in: db), try !Withholding.holds(article, in: db),
            let prior = try Prior.fetch(db, article: article)
          else { return nil }
          var look = page.look
          look.article = article
          guard let moment = try moment(of: look, in: db) else { return nil }
          look.at = moment
          return try apply(decide(prior, look), prior: prior, in: db)
        }
      }
      try settleSearch()
      return receipts
    }
  }

  /// When a page was seen among the looks that are there; nil where it is one of them, or older than the last.
  ///
  /// WARC dates are whole seconds: what is new within the second of the last look came after it.
  private func moment(of look: Look, in db: Database) throws -> Instant? {
    let last = try Int64.fetchOne(db, sql: "SELECT max(at) FROM look WHERE article = ?", arguments: [look.article])
    guard let last, last >= look.at.milliseconds else { return look.at }
    guard last < look.at.milliseconds + 1000, case .live(let seen) = look.outcome else { return nil }
    let known = try Bool.fetchOne(
      db,
      sql: """
        SELECT 1 FROM version v JOIN text t ON t.id = v.text
        WHERE v.article = ? AND v.first_seen >= ? AND t.hash = ?
        """, arguments: [look.article, look.at.milliseconds, seen.hash])
    return known == true ? nil : Instant(milliseconds: last + 1)
  }

  /// An address that only ever answered that it is gone makes no article.
  private func article(of page: ImportedPage, in db: Database) throws -> Int64? {
    if let known = try article(outlet: page.outlet, keys: page.keys, in: db) { return known }
    guard case .live = page.look.outcome else { return nil }
    try db.execute(
      sql: "INSERT INTO outlet(id, name, kind, names) VALUES (?1, ?1, 'other', ?1) ON CONFLICT DO NOTHING",
      arguments: [page.outlet])
    try db.execute(
      sql: "INSERT INTO article(outlet, url, imported, state, first_seen) VALUES (?, ?, 1, 'awaiting', ?)",
      arguments: [page.outlet, page.url, page.look.at.milliseconds])
    let id = db.lastInsertedRowID
    try addAliases(page.keys, article: id, in: db)
    return id
  }
}
