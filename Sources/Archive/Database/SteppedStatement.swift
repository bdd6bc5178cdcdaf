import GRDB
import GRDBSQLite

/// A cached statement stepped on SQLite's own pointer: texts pass as bytes, without a string or a list of arguments
/// for each. GRDB's observers do not see what it writes, so it is for reading, and for tables no journal keeps.
struct SteppedStatement {
  private let db: Database
  private let statement: Statement

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
    reset()
  }

  /// Ready to be stepped again; the values bound stay.
  func reset() { sqlite3_reset(statement.sqliteStatement) }

  func bind(_ number: Int64, at index: Int32) throws {
    try check(sqlite3_bind_int64(statement.sqliteStatement, index, number))
  }

  func bindNull(at index: Int32) throws { try check(sqlite3_bind_null(statement.sqliteStatement, index)) }

  /// Binds a text; SQLite takes a copy of it.
  func bind(_ text: String, at index: Int32) throws {
    var text = text
    try text.withUTF8 { try bind($0, at: index) }
  }

  /// Binds a text of these bytes; SQLite takes a copy of them.
  func bind(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int32) throws {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    // A text without bytes may have no address, which SQLite would take for NULL.
    guard let start = utf8.baseAddress else {
      return try check(sqlite3_bind_text(statement.sqliteStatement, index, "", 0, transient))
    }
    try start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      try check(sqlite3_bind_text(statement.sqliteStatement, index, $0, Int32(utf8.count), transient))
    }
  }

  /// Goes to the next row; false behind the last.
  func step() throws -> Bool {
    switch sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement.sqliteStatement, column) }

  func isNumber(_ column: Int32) -> Bool { sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_INTEGER }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL }

  /// Lends the bytes of a text; they are gone with the next step.
  func withText<T>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    let start = sqlite3_column_text(statement.sqliteStatement, column)
    let count = Int(sqlite3_column_bytes(statement.sqliteStatement, column))
    return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private func check(_ code: Int32) throws { if code != SQLITE_OK { throw error(code) } }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
  }
}
