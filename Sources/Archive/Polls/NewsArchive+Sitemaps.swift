import GRDB
import News

extension NewsArchive {
  /// The sitemaps of a source that is an index, in the order it named them.
  public func sitemaps(of source: Int64) throws -> [SitemapPart] {
    try read { db in
      let sql = "SELECT * FROM sitemap WHERE source = ? ORDER BY place"
      return try Row.fetchAll(db, sql: sql, arguments: [source]).map(SitemapPart.init(row:))
    }
  }

  func write(_ parts: [SitemapPart], of source: Int64, in db: Database) throws {
    try db.execute(sql: "DELETE FROM sitemap WHERE source = ?", arguments: [source])
    let sql = """
      INSERT OR IGNORE INTO sitemap(source, url, place, changed, etag, last_modified, polled_at, rests_until, failures)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    for (place, part) in parts.enumerated() {
      try db.cachedStatement(sql: sql).execute(arguments: [
        source, part.url, place, part.changed?.milliseconds, part.validators.etag, part.validators.lastModified,
        part.polledAt?.milliseconds, part.restsUntil?.milliseconds, part.failures,
      ])
    }
  }
}

extension SitemapPart {
  fileprivate init(row: Row) {
    self.init(url: row["url"], changed: Instant(row["changed"]))
    validators = .init(etag: row["etag"], lastModified: row["last_modified"])
    polledAt = Instant(row["polled_at"])
    restsUntil = Instant(row["rests_until"])
    failures = row["failures"]
  }
}
