import GRDB

/// Puts rows of one table, as `RowJournal` wrote them, back into a database.
struct RowApplier {
  private let insert: Statement
  private let delete: Statement?

  init?(_ table: String, _ db: Database) throws {
    guard ["outlet", "article", "alias"].contains(table) || RowJournal.tables.contains(table),
      try db.tableExists(table)
    else { return nil }
    let columns = try db.columns(in: table).map(\.name).filter { !RowJournal.timetable.contains($0) }
    let values = columns.map { "coalesce(json_extract(?1, '$.row.\($0)'), json_extract(?1, '$.state.\($0)'))" }
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    insert = try db.makeStatement(
      sql: "INSERT OR REPLACE INTO \"\(table)\"(\(names)) SELECT \(values.joined(separator: ", "))")
    delete =
      table == "alias" || table == "outlet"
      ? nil : try db.makeStatement(sql: "DELETE FROM \"\(table)\" WHERE rowid = json_extract(?1, '$.deleted')")
  }

  /// `{"table":"NAME",…`
  static func table(of line: Substring) -> String? {
    let opening = "{\"table\":\""
    guard line.hasPrefix(opening) else { return nil }
    return String(line.dropFirst(opening.count).prefix { $0 != "\"" })
  }

  func apply(_ line: String, _ db: Database) throws {
    if line.dropFirst(12).prefix(80).contains("\",\"deleted\":") {
      try delete?.execute(arguments: [line])
    } else {
      try insert.execute(arguments: [line])
    }
  }
}
