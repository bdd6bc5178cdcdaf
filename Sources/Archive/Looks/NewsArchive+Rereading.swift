import Foundation
import GRDB
import News

extension NewsArchive {
  /// The pages behind the versions that stand, of those articles whose version was read by another reader than
  /// `reader`: a new extractor, new rules of the outlet, furniture learned since.
  ///
  /// An article whose bytes are not all there (withheld, from a feed, imported) is left out.
  public func pages(of articles: [Int64], notReadBy reader: String) throws -> [Int64: [StoredPage]] {
    try read { db in
      try articles.reduce(into: [:]) { pages, article in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT segment, offset, length FROM page WHERE article = ?1 AND number = (SELECT v.number FROM article a
              JOIN version v ON v.article = a.id AND v.number = a.version WHERE a.id = ?1 AND v.extractor IS NOT ?2)
            ORDER BY page
            """, arguments: [article, reader])
        let stored = rows.compactMap { self.page(segment: $0["segment"], offset: $0["offset"], length: $0["length"]) }
        if !stored.isEmpty, stored.count == rows.count { pages[article] = stored }
      }
    }
  }

  /// The pages behind the last so many looks at an article, oldest first; empty where not each of them made a version.
  public func pagesOfLastLooks(_ count: Int, at article: Int64) throws -> [[StoredPage]] {
    try read { db in
      let versions = try Row.fetchAll(
        db, sql: "SELECT number, first_seen FROM version WHERE article = ? ORDER BY number DESC LIMIT ?",
        arguments: [article, count]
      ).reversed()
      guard versions.count == count, let first = versions.first else { return [] }
      let looks = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM look WHERE article = ? AND at >= ? AND outcome IN ('live', 'unchanged')",
        arguments: [article, first["first_seen"] as Int64])
      guard looks == count else { return [] }
      let pages = try versions.map { version in
        try Row.fetchAll(
          db, sql: "SELECT segment, offset, length FROM page WHERE article = ? AND number = ? ORDER BY page",
          arguments: [article, version["number"] as Int]
        ).compactMap { self.page(segment: $0["segment"], offset: $0["offset"], length: $0["length"]) }
      }
      return pages.contains(where: \.isEmpty) ? [] : pages
    }
  }

  private func page(segment: String, offset: Int64, length: Int) -> StoredPage? {
    guard let file = FileHandle(forReadingAtPath: folder + "/warc/" + segment) else { return nil }
    defer { try? file.close() }
    guard (try? file.seek(toOffset: UInt64(offset))) != nil, let bytes = try? file.read(upToCount: length),
      let record = GzipMember.decompress(Array(bytes))
    else { return nil }
    return StoredPage(record: record)
  }

  /// What came of each article's last look.
  public func lastOutcomes(of articles: [Int64]) throws -> [Int64: String] {
    try read { db in
      try articles.reduce(into: [:]) { outcomes, article in
        outcomes[article] = try String.fetchOne(
          db, sql: "SELECT outcome FROM look WHERE article = ? ORDER BY at DESC LIMIT 1", arguments: [article])
      }
    }
  }

  /// The last look of each article of an outlet that was looked at since a moment: its address, and what came of it.
  public func lastLooks(of outlet: String, since: Instant) throws -> [(article: Int64, url: String, outcome: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, coalesce(a.fetch_url, a.url) AS url, l.outcome, max(l.at) FROM look l JOIN article a ON a.id = l.article
          WHERE l.at > ? AND a.outlet = ? AND a.merged_into IS NULL GROUP BY a.id
          """, arguments: [since.milliseconds, outlet]
      ).map { (article: $0["id"], url: $0["url"], outcome: $0["outcome"]) }
    }
  }
}
