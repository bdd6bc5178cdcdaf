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
  /// The words around the place found.
  public var excerpt: String?
}

extension ArchiveQuery {
  /// Articles that hold every word typed; words typed with marks match only with those marks.
  public func search(_ words: String, _ filter: SearchFilter = SearchFilter()) throws -> [SearchReport] {
    try matching(SearchText.query(words), filter, SearchExcerpt(words))
  }

  /// The articles whose words come nearest to those of an address nobody knows.
  public func near(url: String, limit: Int) throws -> [SearchReport] {
    let words = url.split(separator: "/").last.map(String.init) ?? url
    var filter = SearchFilter()
    filter.limit = limit
    return try matching(SearchText.nearQuery(words), filter, SearchExcerpt(words))
  }

  /// Each article once, however many of its versions match.
  private func matching(_ query: String, _ filter: SearchFilter, _ excerpt: SearchExcerpt) throws -> [SearchReport] {
    guard !query.isEmpty, filter.limit > 0 else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, a.url, a.outlet, a.published, a.first_seen, max(v.number) AS number, t.title, t.summary, t.body,
            min(s.rank) AS best
          FROM search s JOIN version v ON v.id = s.rowid JOIN article a ON a.id = v.article
            JOIN text t ON t.id = v.text
          WHERE search MATCH ?1 AND (?2 = '[]' OR a.outlet IN (SELECT value FROM json_each(?2)))
            AND (?3 IS NULL OR coalesce(a.published, a.first_seen) >= ?3)
            AND (?4 IS NULL OR coalesce(a.published, a.first_seen) < ?4)
          GROUP BY a.id ORDER BY best, a.id LIMIT ?5
          """,
        arguments: [
          query, try Self.encode(filter.outlets), filter.from?.milliseconds, filter.to?.milliseconds, filter.limit,
        ]
      ).map { row in
        SearchReport(
          article: row["id"], url: row["url"], outlet: row["outlet"], title: row["title"],
          published: Instant(row["published"])?.rfc3339, firstSeen: Instant(milliseconds: row["first_seen"]).rfc3339,
          version: row["number"], excerpt: excerpt.of(row["body"]) ?? excerpt.of(row["summary"]))
      }
    }
  }
}
