import GRDB

/// A value of a row that is about to be written.
enum RowValue: Sendable {
  case null
  case number(Int64)
  case text(String)

  init(_ number: Int64?) { self = number.map { .number($0) } ?? .null }
  /// A text up to its first NUL, where the database's own texts end: what is looked up must be what was written.
  init(_ text: String?) {
    guard let text else {
      self = .null
      return
    }
    self = .text(text.utf8.firstIndex(of: 0).map { String(text[..<$0]) } ?? text)
  }
}

/// How the rows of a table that an import makes by the thousand go into WARC and into the table: both from the same
/// values, so that nothing need be read back.
struct RowForm: Sendable {
  /// What stands before each value in a line; columns that are given none stand there with what the table says.
  private let openings: [[UInt8]]
  /// Which of the given values stands there.
  private let values: [Int]
  private let closing: [UInt8]
  private let sql: String

  /// `columns`: those that are given values, in the order in which they are given.
  init(_ table: String, _ columns: [String], _ db: Database) throws {
    var openings: [[UInt8]] = []
    var values: [Int] = []
    var pending: [UInt8] = []
    for (column, opening) in try RowLines.columns(table, db) {
      pending += opening
      if let given = columns.firstIndex(of: column.name) {
        openings.append(pending)
        values.append(given)
        pending = []
      } else {
        let otherwise = column.defaultValueSQL ?? "NULL"
        pending += (try String.fetchOne(db, sql: "SELECT json_quote(\(otherwise))") ?? "null").utf8
      }
    }
    (self.openings, self.values) = (openings, values)
    closing = pending + RowLines.closing
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    sql = "INSERT INTO \"\(table)\"(\(columns.joined(separator: ", "))) VALUES (\(places))"
  }

  /// Appends the line of a row.
  func append(_ row: [RowValue], to lines: inout [UInt8]) {
    for (opening, value) in zip(openings, values) {
      lines.append(contentsOf: opening)
      switch row[value] {
      case .null: lines.append(contentsOf: "null".utf8)
      case .number(let number): lines.append(contentsOf: String(number).utf8)
      case .text(var text): text.withUTF8 { RowLines.quote($0, to: &lines) }
      }
    }
    lines.append(contentsOf: closing)
  }

  /// Puts rows into the table; no journal sees them.
  func insert(_ rows: [[RowValue]], _ db: Database) throws {
    let insert = try SteppedStatement(db, sql)
    for row in rows {
      for (at, value) in row.enumerated() {
        switch value {
        case .null: try insert.bindNull(at: Int32(at + 1))
        case .number(let number): try insert.bind(number, at: Int32(at + 1))
        case .text(let text): try insert.bind(text, at: Int32(at + 1))
        }
      }
      _ = try insert.step()
      insert.reset()
    }
  }
}
