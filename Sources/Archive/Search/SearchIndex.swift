import GRDB
import News

/// Fills the search index from the texts: versions up to a mark are in it, and the mark moves in the same transaction.
enum SearchIndex {
  /// Versions indexed at once where many come: FTS merges less, and the write lock is held for a moment only.
  static let step = 1024

  /// Versions that are not yet in the index.
  static func isDue(_ db: Database) throws -> Bool {
    let sql = "SELECT coalesce(max(id), 0) - (SELECT version FROM search_filled) FROM version"
    return try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0 >= step
  }

  /// Indexes versions past the mark, and moves it; returns how many.
  static func fill(_ db: Database, atMost count: Int = .max) throws -> Int {
    let rows = try SteppedStatement(
      db,
      """
      SELECT v.id, a.merged_into, t.title, t.summary, t.body FROM version v JOIN text t ON t.id = v.text
      JOIN article a ON a.id = v.article
      WHERE v.id > (SELECT version FROM search_filled) ORDER BY v.id LIMIT ?
      """)
    let insert = try SteppedStatement(db, insertion)
    try rows.bind(Int64(clamping: count), at: 1)
    var (filled, last) = (0, Int64(0))
    var words: [UInt8] = []
    while try rows.step() {
      last = rows.number(0)
      filled += 1
      guard rows.isNull(1) else { continue }
      words.removeAll(keepingCapacity: true)
      for column in Int32(2)...4 {
        if column > 2 { words.append(0x0A) }
        rows.withText(column) { SearchText.appendBare($0, to: &words) }
      }
      try insert.bind(last, at: 1)
      try words.withUnsafeBufferPointer { try insert.bind($0, at: 2) }
      _ = try insert.step()
      insert.reset()
    }
    rows.reset()
    if filled > 0 { try move(to: last, db) }
    return filled
  }

  /// Indexes words that were folded beforehand, as far as they follow the mark, and moves it.
  static func add(_ groups: [SearchWords], in db: Database) throws {
    var mark = try Int64.fetchOne(db, sql: "SELECT version FROM search_filled") ?? 0
    let insert = try SteppedStatement(db, insertion)
    let hidden = Set(try Int64.fetchAll(db, sql: Self.hidden))
    for words in groups {
      guard words.first == mark + 1 else { break }
      for at in 0..<words.count {
        mark += 1
        // Another process may have taken them from view meanwhile.
        if hidden.contains(mark) { continue }
        try insert.bind(mark, at: 1)
        try words.withWords(at) { try insert.bind($0, at: 2) }
        _ = try insert.step()
        insert.reset()
      }
    }
    try move(to: mark, db)
  }

  /// `CROSS JOIN` keeps the order: few articles are withheld, and the planner would walk all versions.
  private static let hidden = "SELECT v.id FROM withheld w CROSS JOIN version v ON v.article = w.article"
  private static let insertion = "INSERT INTO search(rowid, words) VALUES (?, ?)"

  private static func move(to version: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE search_filled SET version = ?").execute(arguments: [version])
  }

  /// Puts the versions of an article in again that were taken out.
  static func restore(article: Int64, in db: Database) throws {
    for row in try rows(of: article, in: db) {
      try db.execute(
        sql: "INSERT INTO search(rowid, words) VALUES (?, ?)", arguments: [row["id"] as Int64, words(row)])
    }
  }

  /// The versions of an article up to the mark.
  private static func rows(of article: Int64, in db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT v.id, t.title, t.summary, t.body FROM version v JOIN text t ON t.id = v.text
        WHERE v.article = ? AND v.id <= (SELECT version FROM search_filled)
        """, arguments: [article])
  }

  /// Takes the versions of an article out: an index without contents must be told the words it holds.
  static func remove(article: Int64, in db: Database) throws {
    for row in try rows(of: article, in: db) {
      try db.execute(
        sql: "INSERT INTO search(search, rowid, words) VALUES ('delete', ?, ?)",
        arguments: [row["id"] as Int64, words(row)])
    }
  }

  /// Makes the whole index anew.
  static func rebuild(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO search(search) VALUES ('delete-all'); UPDATE search_filled SET version = 0")
    _ = try fill(db)
  }

  private static func words(_ row: Row) -> String {
    SearchText.bare((row["title"] as String) + "\n" + row["summary"] + "\n" + row["body"])
  }
}
