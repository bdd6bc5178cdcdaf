import Archive
import GRDB
import News

/// One article found by its words.
public struct SearchReport: Encodable, Sendable {
  /// The article's number in the archive.
  public var article: Int64
  /// Its address.
  public var url: String
  /// Its outlet.
  public var outlet: String
  /// The title of the version found.
  public var title: String
  /// When it says it was published.
  public var published: String?
  /// When it was first seen.
  public var firstSeen: String
  /// The version that holds the words.
  public var version: Int
}

extension ArchiveQuery {
  /// Articles that hold every word typed; words typed with marks match only with those marks.
  public func search(_ words: String, limit: Int = 50) throws -> [SearchReport] {
    try matching(SearchText.query(words), limit: limit)
  }

  /// The articles whose words come nearest to those of an address nobody knows.
  public func near(url: String, limit: Int) throws -> [SearchReport] {
    let words = url.split(separator: "/").last.map(String.init) ?? url
    return try matching(SearchText.nearQuery(words), limit: limit)
  }

  /// Each article once, however many of its versions match.
  private func matching(_ query: String, limit: Int) throws -> [SearchReport] {
    guard !query.isEmpty else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, a.url, a.outlet, a.published, a.first_seen, max(v.number) AS number, t.title, min(s.rank) AS best
          FROM (SELECT rowid, rank FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT 20 * ?2) s
          JOIN version v ON v.id = s.rowid JOIN article a ON a.id = v.article JOIN text t ON t.id = v.text
          GROUP BY a.id ORDER BY best, a.id LIMIT ?2
          """, arguments: [query, limit]
      ).map { row in
        SearchReport(
          article: row["id"], url: row["url"], outlet: row["outlet"], title: row["title"],
          published: Instant(row["published"])?.rfc3339, firstSeen: Instant(milliseconds: row["first_seen"]).rfc3339,
          version: row["number"])
      }
    }
  }
}
