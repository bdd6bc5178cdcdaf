import GRDB
import News
import Prove

/// A mark as its table keeps it, with its entry in the log; triggers keep every row as it was written.
struct MarkRow {
  var article: Int64
  var version: Int
  var kind: String
  var reason: String
  var source: String?
  var passage: String?
  var by: String?
  var at: Instant
  /// The mark that this row withdraws.
  var withdraws: Int64?

  /// Writes the row and its log entry; returns its number.
  func insert(_ db: Database) throws -> Int64 {
    let url = try String.fetchOne(db, sql: "SELECT url FROM article WHERE id = ?", arguments: [article])
    let entry = try LogBook.add(.mark, record(url: url), at: at, in: db)
    try db.execute(
      sql: """
        INSERT INTO mark(article, version, kind, reason, source, passage, made_by, at, withdraws, entry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: [article, version, kind, reason, source, passage, by, at.milliseconds, withdraws, entry])
    return db.lastInsertedRowID
  }

  /// The canonical record behind the entry.
  func record(url: String?) -> LogRecord {
    var record = LogRecord()
    record.add("mark", kind)
    record.add("url", url)
    record.add("version", version)
    record.add("at", at.rfc3339)
    record.add("reason", reason)
    record.add("source", source)
    record.add("passage", passage)
    record.add("by", by)
    record.add("withdraws", withdraws.map(Int.init))
    return record
  }
}

extension MarkRow {
  init(row: Row) {
    self.init(
      article: row["article"], version: row["version"], kind: row["kind"], reason: row["reason"],
      source: row["source"], passage: row["passage"], by: row["made_by"], at: Instant(milliseconds: row["at"]),
      withdraws: row["withdraws"])
  }
}
