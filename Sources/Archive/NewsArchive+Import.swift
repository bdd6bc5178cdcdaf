import Foundation
import GRDB
import News

extension NewsArchive {
  /// One imported article, its words already canonical.
  public struct Imported: Sendable {
    public var id: String
    public var outlet: String
    public var url: String
    public var keys: [String]
    public var seen: PageSeen

    public init(id: String, outlet: String, url: String, keys: [String], seen: PageSeen) {
      self.id = id
      self.outlet = outlet
      self.url = url
      self.keys = keys
      self.seen = seen
    }
  }

  /// Imports a batch in one commit; the same line twice adds nothing, the same id with other words is a version.
  public func commit(
    imported lines: [Imported], at now: Instant, deciding decide: @Sendable (Prior, Look) -> Decision
  ) throws -> [Receipt] {
    try transaction { db in
      try lines.compactMap { line in
        try db.execute(
          sql: "INSERT INTO outlet(id, name, kind) VALUES (?, ?, 'other') ON CONFLICT DO NOTHING",
          arguments: [line.outlet, line.outlet])
        let id = try importedArticle(line, at: now, in: db)
        guard try !Withholding.holds(id, in: db), let prior = try Prior.fetch(db, article: id) else { return nil }
        let hash = line.seen.text.hash
        if prior.versions.contains(where: { $0.hash == hash }) { return nil }
        let look = Look(article: id, at: now, outcome: .live(line.seen))
        return try apply(decide(prior, look), prior: prior, in: db)
      }
    }
  }

  private func importedArticle(_ line: Imported, at now: Instant, in db: Database) throws -> Int64 {
    let known = try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE external = ?", arguments: [line.id])
    if let known { return known }
    try db.execute(
      sql: """
        INSERT INTO article(outlet, url, external, imported, state, first_seen, published)
        VALUES (?, ?, ?, 1, 'awaiting', ?, ?)
        """,
      arguments: [line.outlet, line.url, line.id, now.milliseconds, line.seen.published?.milliseconds])
    let id = db.lastInsertedRowID
    try addAliases(line.keys, article: id, in: db)
    return id
  }
}
