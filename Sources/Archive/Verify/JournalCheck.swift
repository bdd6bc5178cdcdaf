import GRDB
import Prove

/// Compares rows that no entry of the log covers, copies and aliases among them, with what WARC holds of them.
struct JournalCheck {
  let folder: String

  func run(_ db: Database, _ lines: JournalLines, _ report: inout VerifyReport) throws {
    // What was written beside the lock holder is not in WARC yet.
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM journal") == 0 else {
      report.skipped.append("rows: some still wait for the lock holder to put them into WARC")
      return
    }
    for table in ["article"] + RowJournal.tables where try db.tableExists(table) {
      try compare(db, table, lines.rows[table] ?? [:], &report)
    }
    try aliases(db, lines.aliases, &report)
  }

  private func compare(
    _ db: Database, _ table: String, _ lines: [Int64: UInt64?], _ report: inout VerifyReport
  ) throws {
    var seen = 0
    let rows = try Row.fetchCursor(db, sql: try RowJournal.select(table, db, extra: "rowid"))
    while let row = try rows.next() {
      let id: Int64 = row[1]
      guard let known = lines[id] else {
        // An article waits for its first version before WARC knows of it.
        if table != "article" {
          report.findings.append(Finding("row \(id) of \(table)", "WARC knows nothing of it", repair: Verifier.rebuild))
        }
        continue
      }
      seen += 1
      report.rows += 1
      var line: String = row[0]
      if line.withUTF8({ JournalLines.hash(JournalLines.lasting(UnsafeRawBufferPointer($0))) }) == known { continue }
      report.findings.append(
        Finding("row \(id) of \(table)", "it is not what was put into WARC", repair: Verifier.rebuild))
    }
    let expected = lines.values.count { $0 != nil }
    if seen < expected {
      report.findings.append(Finding("table \(table)", "\(expected - seen) rows are missing", repair: Verifier.rebuild))
    }
  }

  private func aliases(_ db: Database, _ lines: [UInt64: UInt64], _ report: inout VerifyReport) throws {
    var seen = 0
    let rows = try Row.fetchCursor(db, sql: try RowJournal.select("alias", db))
    while let row = try rows.next() {
      var line: String = row[0]
      let pair = line.withUTF8 { JournalLines.aliasKey(UnsafeRawBufferPointer($0)) }
      guard let known = lines[pair.key] else { continue }
      seen += 1
      report.rows += 1
      if known != pair.line {
        report.findings.append(Finding("alias \(line)", "it is not what was put into WARC", repair: Verifier.rebuild))
      }
    }
    if seen < lines.count {
      report.findings.append(Finding("table alias", "\(lines.count - seen) rows are missing", repair: Verifier.rebuild))
    }
  }
}
