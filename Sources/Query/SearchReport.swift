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
    try matching(SearchText.query(words), marked: SearchText.markedWords(words), limit: limit)
  }

  /// The articles whose words come nearest to those of an address nobody knows.
  public func near(url: String, limit: Int) throws -> [SearchReport] {
    let words = url.split(separator: "/").last.map(String.init) ?? url
    return try matching(SearchText.nearQuery(words), marked: [], limit: limit)
  }

  /// Each article once, however many of its versions match: the newest that does.
  private func matching(_ query: String, marked: [String], limit: Int) throws -> [SearchReport] {
    guard !query.isEmpty else { return [] }
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT v.article, v.number, t.title, t.summary, t.body
          FROM search s JOIN version v ON v.id = s.rowid JOIN text t ON t.id = v.text
          WHERE search MATCH ? ORDER BY s.rank
          """, arguments: [query])
      var found: [Int64: (place: Int, number: Int, title: String)] = [:]
      while found.count <= limit, let row = try rows.next() {
        let (article, number, title) = (row["article"] as Int64, row["number"] as Int, row["title"] as String)
        guard SearchText.holds(title + "\n" + row["summary"] + "\n" + row["body"], marked) else { continue }
        let known = found[article]
        if known?.number ?? 0 < number { found[article] = (known?.place ?? found.count, number, title) }
      }
      let best = found.sorted { $0.value.place < $1.value.place }.prefix(limit)
      return try best.compactMap { try Self.report($0.key, $0.value.number, $0.value.title, in: db) }
    }
  }

  private static func report(_ article: Int64, _ number: Int, _ title: String, in db: Database) throws -> SearchReport?
  {
    let sql = "SELECT url, outlet, published, first_seen FROM article WHERE id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [article]).map { row in
      SearchReport(
        article: article, url: row["url"], outlet: row["outlet"], title: title,
        published: Instant(row["published"])?.rfc3339, firstSeen: Instant(milliseconds: row["first_seen"]).rfc3339,
        version: number)
    }
  }
}
