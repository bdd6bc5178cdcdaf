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
    let search = Search(
      query: SearchText.query(words), marked: SearchText.markedWords(words), excerpt: SearchExcerpt(words))
    return try matching(search, filter)
  }

  /// The articles whose words come nearest to those of an address nobody knows.
  public func near(url: String, limit: Int) throws -> [SearchReport] {
    let words = url.split(separator: "/").last.map(String.init) ?? url
    var filter = SearchFilter()
    filter.limit = limit
    return try matching(
      Search(query: SearchText.nearQuery(words), marked: [], excerpt: SearchExcerpt(words)), filter)
  }

  /// What is searched for: the index's own query, the words that must stand with their marks, the words shown.
  private struct Search {
    var query: String
    var marked: [String]
    var excerpt: SearchExcerpt
  }

  /// Each article once, however many of its versions match: the newest that does, at the place of the best.
  private func matching(_ search: Search, _ filter: SearchFilter) throws -> [SearchReport] {
    guard !search.query.isEmpty, filter.limit > 0 else { return [] }
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.id, a.url, a.outlet, a.published, a.first_seen, v.number, t.title, t.summary, t.body
          FROM search s JOIN version v ON v.id = s.rowid JOIN article a ON a.id = v.article
            JOIN text t ON t.id = v.text
          WHERE search MATCH ?1 AND (?2 = '[]' OR a.outlet IN (SELECT value FROM json_each(?2)))
            AND (?3 IS NULL OR coalesce(a.published, a.first_seen) >= ?3)
            AND (?4 IS NULL OR coalesce(a.published, a.first_seen) < ?4)
          ORDER BY s.rank
          """,
        arguments: [
          search.query, try Self.encode(filter.outlets), filter.from?.milliseconds, filter.to?.milliseconds,
        ])
      var found: [Int64: (place: Int, report: SearchReport)] = [:]
      while found.count <= filter.limit, let row = try rows.next() {
        let (title, summary, body): (String, String, String) = (row["title"], row["summary"], row["body"])
        guard SearchText.holds(title + "\n" + summary + "\n" + body, search.marked) else { continue }
        let report = Self.report(row, excerpt: search.excerpt.of(body) ?? search.excerpt.of(summary))
        let known = found[report.article]
        if known?.report.version ?? 0 < report.version {
          found[report.article] = (known?.place ?? found.count, report)
        }
      }
      return found.values.sorted { $0.place < $1.place }.prefix(filter.limit).map(\.report)
    }
  }

  private static func report(_ row: Row, excerpt: String?) -> SearchReport {
    SearchReport(
      article: row["id"], url: row["url"], outlet: row["outlet"], title: row["title"],
      published: Instant(row["published"])?.rfc3339, firstSeen: Instant(milliseconds: row["first_seen"]).rfc3339,
      version: row["number"], excerpt: excerpt)
  }
}
