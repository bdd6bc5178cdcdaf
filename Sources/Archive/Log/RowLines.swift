import GRDB
import News

/// The rows of a table as lines, byte for byte as `RowJournal.select` gives them to whoever verifies: the texts of an
/// import are long, and SQLite's own JSON takes several times as long over them.
struct RowLines {
  /// What stands before each column's value.
  private let openings: [[UInt8]]
  /// Columns that come from SQLite as JSON.
  private let areJSON: [Bool]
  private let sql: String

  /// `condition`: the rows meant, of the numbers from ?1 to ?2.
  init(_ table: String, _ condition: String, _ db: Database) throws {
    let columns = try Self.columns(table, db)
    openings = columns.map(\.opening)
    let all = columns.map(\.column)
    areJSON = all.map { $0.type == "REAL" }
    let values = all.map { $0.type == "REAL" ? RowJournal.exact($0) : "\"\($0.name)\"" }
    sql = "SELECT \(values.joined(separator: ",")) FROM \"\(table)\" \(condition)"
  }

  /// The columns of a table in the order of its lines, each with what stands before its value.
  static func columns(_ table: String, _ db: Database) throws -> [(column: ColumnInfo, opening: [UInt8])] {
    let columns = try RowJournal.columns(table, db)
    var result: [(ColumnInfo, [UInt8])] = []
    for (part, name) in [(columns.lasting, "row"), (columns.passing, "state")] {
      for (at, column) in part.enumerated() {
        let before = at > 0 ? "," : result.isEmpty ? "{\"table\":\"\(table)\",\"row\":{" : "},\"\(name)\":{"
        result.append((column, Array("\(before)\"\(column.name)\":".utf8)))
      }
    }
    return result
  }

  /// What stands behind the last value.
  static let closing = Array("}}\n".utf8)

  /// Appends the rows of each run of numbers.
  func append(_ runs: [ClosedRange<Int64>], _ db: Database, to lines: inout [UInt8]) throws {
    let rows = try SteppedStatement(db, sql)
    for run in runs {
      try rows.bind(run.lowerBound, at: 1)
      try rows.bind(run.upperBound, at: 2)
      while try rows.step() { append(rows, to: &lines) }
      rows.reset()
    }
  }

  private func append(_ row: SteppedStatement, to lines: inout [UInt8]) {
    for at in openings.indices {
      lines.append(contentsOf: openings[at])
      let column = Int32(at)
      if row.isNull(column) {
        lines.append(contentsOf: "null".utf8)
      } else if areJSON[at] {
        row.withText(column) { lines.append(contentsOf: $0) }
      } else if row.isNumber(column) {
        lines.append(contentsOf: String(row.number(column)).utf8)
      } else {
        row.withText(column) { Self.quote($0, to: &lines) }
      }
    }
    lines.append(contentsOf: Self.closing)
  }

  /// Appends a text as SQLite writes it into JSON.
  static func quote(_ text: UnsafeBufferPointer<UInt8>, to lines: inout [UInt8]) {
    lines.append(0x22)
    var copied = 0
    var at = 0
    while at < text.count {
      if at + 8 <= text.count {
        let inside = EightBytes(text, at).countInsideString
        at += inside
        if inside == 8 { continue }
      }
      if isEscaped(text[at]) {
        lines.append(contentsOf: text[copied..<at])
        appendEscape(text[at], to: &lines)
        copied = at + 1
      }
      at += 1
    }
    lines.append(contentsOf: text[copied...])
    lines.append(0x22)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

  private static func appendEscape(_ byte: UInt8, to lines: inout [UInt8]) {
    lines.append(0x5C)
    switch byte {
    case 0x08: lines.append(UInt8(ascii: "b"))
    case 0x09: lines.append(UInt8(ascii: "t"))
    case 0x0A: lines.append(UInt8(ascii: "n"))
    case 0x0C: lines.append(UInt8(ascii: "f"))
    case 0x0D: lines.append(UInt8(ascii: "r"))
    case ..<0x20:
      lines.append(contentsOf: "u00".utf8)
      lines.append(contentsOf: String(byte >> 4).utf8)
      lines.append(contentsOf: String(byte & 15, radix: 16).utf8)
    default: lines.append(byte)
    }
  }
}
