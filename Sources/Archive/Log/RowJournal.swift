import GRDB
import News

/// Notes which durable rows a transaction touches, and gives them as JSON lines for the WARC record of the commit.
///
/// With these lines the database can be made again from the segments; what is not noted here can be computed.
final class RowJournal: TransactionObserver {
  /// Tables whose rows are kept, in the order in which they refer to each other.
  static let tables = [
    "text", "version", "further_page", "event", "copy", "stale", "mark", "withheld", "merge", "log_entry",
  ]

  private static let observed = Set(tables + ["article"])
  /// Whether a change of an article alone is worth a record: not where looks and timetables are written.
  private let articlesTell: Bool
  private var touched: [String: Set<Int64>] = [:]
  private var deleted: [String: Set<Int64>] = [:]
  private var recorded: [ClosedRange<Int64>] = []

  /// Runs `body` with a journal of what it does to a database.
  static func observing<T>(_ db: Database, articlesTell: Bool, _ body: (RowJournal) throws -> T) throws -> T {
    let journal = RowJournal(articlesTell: articlesTell)
    db.add(transactionObserver: journal)
    defer { db.remove(transactionObserver: journal) }
    return try body(journal)
  }

  private init(articlesTell: Bool) { self.articlesTell = articlesTell }

  func observes(eventsOfKind kind: DatabaseEventKind) -> Bool { Self.observed.contains(kind.tableName) }

  func databaseDidChange(with event: DatabaseEvent) {
    if event.kind == .delete {
      touched[event.tableName]?.remove(event.rowID)
      deleted[event.tableName, default: []].insert(event.rowID)
    } else {
      touched[event.tableName, default: []].insert(event.rowID)
    }
  }

  /// Takes note of articles whose rows are in WARC already, without those of their outlets and aliases.
  func note(recorded articles: ClosedRange<Int64>) { recorded.append(articles) }

  func databaseDidCommit(_ db: Database) {}
  func databaseDidRollback(_ db: Database) {}

  /// The lines of the rows touched so far; empty where only looks and timetables were.
  func lines(_ db: Database) throws -> [UInt8] {
    let telling = Self.tables.contains { touched[$0]?.isEmpty == false || deleted[$0]?.isEmpty == false }
    guard telling || !recorded.isEmpty || (articlesTell && touched["article"]?.isEmpty == false) else { return [] }
    var lines: [UInt8] = []
    // A text and what stands around it; growing bit by bit would copy all of it several times.
    lines.reserveCapacity((touched["text"]?.count ?? 0) * 6144)
    for (table, rows) in deleted.sorted(by: { $0.key < $1.key }) where table != "article" {
      for row in rows.sorted() { lines += "{\"table\":\"\(table)\",\"deleted\":\(row)}\n".utf8 }
    }
    try appendArticles(db, to: &lines)
    for table in Self.tables {
      guard let rows = touched[table], !rows.isEmpty else { continue }
      let select = try RowLines(table, "WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid", db)
      try select.append(Self.runs(of: rows), db, to: &lines)
    }
    return lines
  }

  /// Rows as runs of numbers without a gap: what an import writes is one, and one query reads it.
  static func runs(of rows: Set<Int64>) -> [ClosedRange<Int64>] {
    var runs: [ClosedRange<Int64>] = []
    for row in rows.sorted() {
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs
  }

  /// The articles after their outlets and before their aliases, which have no rowids of their own.
  private func appendArticles(_ db: Database, to lines: inout [UInt8]) throws {
    let touched = Self.runs(of: touched["article"] ?? [])
    let runs = touched + recorded
    if runs.isEmpty { return }
    let outletsOf = try db.cachedStatement(sql: "SELECT DISTINCT outlet FROM article WHERE id BETWEEN ? AND ?")
    var outlets: Set<String> = []
    for run in runs {
      outlets.formUnion(try String.fetchAll(outletsOf, arguments: [run.lowerBound, run.upperBound]))
    }
    let outlet = try db.cachedStatement(sql: try Self.select("outlet", db) + " WHERE id = ?")
    for id in outlets.sorted() {
      if let line = try String.fetchOne(outlet, arguments: [id]) { lines += (line + "\n").utf8 }
    }
    try RowLines("article", "WHERE id BETWEEN ?1 AND ?2 ORDER BY id", db).append(touched, db, to: &lines)
    try RowLines("alias", "WHERE article BETWEEN ?1 AND ?2 ORDER BY article", db).append(runs, db, to: &lines)
  }

  /// What the timetable alone needs; it is not kept.
  static let timetable: Set<String> = [
    "etag", "last_modified", "looked_at", "next_look", "step", "once", "skipped", "entry_title", "entry_summary",
  ]

  /// What looks alone may change in an article; kept, but apart from what stays.
  private static let state: Set<String> = [
    "state", "interval_s", "published", "version", "grave", "cluster", "fetch_url", "merged_into", "pending",
    "gone_since", "gone_how",
  ]

  /// The columns of a table that are kept: those that stay, and those of an article that looks alone may change.
  static func columns(_ table: String, _ db: Database) throws -> (lasting: [ColumnInfo], passing: [ColumnInfo]) {
    let columns = try db.columns(in: table).filter { !timetable.contains($0.name) }
    guard table == "article" else { return (columns, []) }
    return (columns.filter { !state.contains($0.name) }, columns.filter { state.contains($0.name) })
  }

  /// A number with a fraction as JSON; SQLite's own would round it to 15 digits.
  static func exact(_ column: ColumnInfo) -> String {
    "iif(\"\(column.name)\" IS NULL, NULL, json(printf('%!.17g', \"\(column.name)\")))"
  }

  /// A query that gives rows as lines.
  static func select(_ table: String, _ db: Database, extra: String? = nil) throws -> String {
    func object(_ columns: [ColumnInfo]) -> String {
      let pairs = columns.map { "'\($0.name)'," + ($0.type == "REAL" ? exact($0) : "\"\($0.name)\"") }
      return "json_object(\(pairs.joined(separator: ",")))"
    }
    let (lasting, passing) = try columns(table, db)
    let state = passing.isEmpty ? "" : ",'state',\(object(passing))"
    let rest = extra.map { ", " + $0 } ?? ""
    return "SELECT json_object('table','\(table)','row',\(object(lasting))\(state))\(rest) FROM \"\(table)\""
  }
}
