import GRDB
import News
import Prove

/// Adds entries to the log, in the same transaction as what they stand for.
enum LogBook {
  /// Kinds of events that are entries; copies and stale places follow from versions and are none.
  static let kinds: Set<String> = ["edited", "deleted", "restored", "moved", "lost"]

  /// Adds an entry and gives its index, which is final once the transaction is.
  @discardableResult
  static func add(_ kind: LogEntry.Kind, _ record: LogRecord, at: Instant, in db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO log_entry(idx, kind, at, record)
        VALUES ((SELECT coalesce(max(idx) + 1, 0) FROM log_entry), ?, ?, ?)
        """)
    try statement.execute(arguments: [kind.rawValue, at.milliseconds, record.text])
    return db.lastInsertedRowID
  }

  /// Logs a mark that was just put or withdrawn.
  static func log(mark: Int64, at: Instant, in db: Database) throws {
    let row = try Row.fetchOne(db, sql: LogRecord.marks + " WHERE m.id = ?", arguments: [mark])
    if let row { try add(.mark, LogRecord(mark: row), at: at, in: db) }
  }

  /// Whether events of a kind are entries.
  static func logs(_ kind: String) -> Bool { kinds.contains(kind) }

  /// Logs an event once it is confirmed, if it is of a kind that is logged.
  static func log(event: Int64, at: Instant, in db: Database) throws {
    let select = try db.cachedStatement(sql: LogRecord.events + " WHERE e.id = ?")
    guard let row = try Row.fetchOne(select, arguments: [event]), kinds.contains(row["kind"]),
      let kind = LogEntry.Kind(rawValue: row["kind"]), row["confirmed_at"] != nil, row["entry"] == nil
    else { return }
    let entry = try add(kind, LogRecord(event: row), at: at, in: db)
    try db.cachedStatement(sql: "UPDATE event SET entry = ? WHERE id = ?").execute(arguments: [entry, event])
  }
}

extension LogEntry {
  /// The entry of a row of `log_entry`; nil for a kind this banluu does not know.
  init?(row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    let record: String = row["record"]
    self.init(kind: kind, at: Instant(milliseconds: row["at"]), record: Digest(of: Array(record.utf8)))
  }
}
