import GRDB
import News
import Prove

/// Compares versions, events and their words with the records in the log.
struct RowCheck {
  let folder: String

  func run(_ db: Database, _ report: inout VerifyReport) throws {
    report.erased = try Int.fetchOne(db, sql: "SELECT count(*) FROM withheld WHERE erased = 1") ?? 0
    try versions(db, &report)
    try events(db, &report)
    try marks(db, &report)
    try texts(db, &report)
    try unreferenced(db, &report)
  }

  private func versions(_ db: Database, _ report: inout VerifyReport) throws {
    let sql =
      "SELECT x.*, l.record, l.kind AS logged FROM (\(LogRecord.versions)) x LEFT JOIN log_entry l ON l.idx = x.entry"
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      report.versions += 1
      if row["logged"] == "version", row["record"] == LogRecord(version: row).text { continue }
      let name = "version \(row["number"] as Int) of \(row["url"] as String)"
      report.findings.append(
        Finding(name, Self.difference(row, LogRecord(version: row).text), repair: Verifier.rebuild))
    }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM version") ?? 0
    if count != report.versions {
      report.findings.append(
        Finding(
          "table version", "\(count - report.versions) rows have no words or no article", repair: Verifier.rebuild))
    }
  }

  private func events(_ db: Database, _ report: inout VerifyReport) throws {
    let sql =
      "SELECT x.*, l.record, l.kind AS logged, x.article IN (SELECT article FROM withheld) AS withheld FROM (\(LogRecord.events)) x JOIN log_entry l ON l.idx = x.entry"
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      report.events += 1
      let now = LogRecord(event: row).text
      if row["logged"] == row["kind"] as String {
        if row["record"] == now { continue }
        // What changed is kept from view with the article; that it changed is not.
        if row["withheld"], Self.withoutChanges(row["record"]) == Self.withoutChanges(now) { continue }
      }
      let name = "event \(row["id"] as Int64) (\(row["kind"] as String) \(row["url"] as String))"
      report.findings.append(Finding(name, Self.difference(row, LogRecord(event: row).text), repair: Verifier.rebuild))
    }
  }

  private func marks(_ db: Database, _ report: inout VerifyReport) throws {
    var logged = try Set(String.fetchAll(db, sql: "SELECT record FROM log_entry WHERE kind = 'mark'"))
    let rows = try Row.fetchCursor(db, sql: LogRecord.marks)
    while let row = try rows.next() {
      if logged.remove(LogRecord(mark: row).text) != nil { continue }
      report.findings.append(
        Finding(
          "mark \(row["id"] as Int64) on \(row["url"] as String)", "it is not what was logged", repair: Verifier.rebuild
        ))
    }
    report.findings += logged.map { Finding("the log", "a mark is gone: \($0)", repair: Verifier.rebuild) }
  }

  private static func withoutChanges(_ record: String) -> [Substring] {
    record.split(separator: "\n").filter { !$0.hasPrefix("changes_sha256 ") }
  }

  /// Names the first line in which a row differs from what was logged.
  private static func difference(_ row: Row, _ now: String) -> String {
    guard let logged = row["record"] as String? else { return "the log has no entry for it" }
    let lines = zip(logged.split(separator: "\n"), now.split(separator: "\n"))
    guard let (was, became) = lines.first(where: { $0 != $1 }) else { return "it is not what was logged" }
    return "it is not what was logged: `\(was)` became `\(became)`"
  }

  private func texts(_ db: Database, _ report: inout VerifyReport) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT t.id, t.hash, t.title, t.summary, t.body,
          t.id IN (SELECT v.text FROM withheld w JOIN version v ON v.article = w.article) AS withheld FROM text t
        """)
    while let row = try rows.next() {
      let hash: String = row[1]
      // From the columns as they are: parting the body into paragraphs took most of the time.
      let holds =
        hash.hasPrefix(LogRecord.withheldHash)
        ? row[5] : ArticleText.hash(title: row[2], summary: row[3], body: row[4]) == hash
      if holds { continue }
      let article = try Row.fetchOne(
        db, sql: "SELECT number, url FROM version v JOIN article a ON a.id = v.article WHERE v.text = ?",
        arguments: [row["id"] as Int64])
      let name = article.map { "the words of version \($0["number"] as Int) of \($0["url"] as String)" }
      report.findings.append(
        Finding(name ?? "text \(row["id"] as Int64)", "they do not have their hash", repair: Verifier.rebuild))
    }
  }

  /// Entries whose version, event or segment is gone.
  private func unreferenced(_ db: Database, _ report: inout VerifyReport) throws {
    let owners = [
      ("version", ["version"]), ("event", LogBook.kinds.sorted()), ("segment", ["segment"]),
    ]
    for (table, kinds) in owners {
      let lost = try Int64.fetchAll(
        db,
        sql: """
          SELECT idx FROM log_entry
          WHERE kind IN (\(databaseQuestionMarks(count: kinds.count))) AND idx NOT IN (SELECT entry FROM \(table) WHERE entry IS NOT NULL)
          LIMIT 20
          """, arguments: StatementArguments(kinds))
      report.findings += lost.map {
        Finding("entry \($0) of the log", "the \(table) it stands for is gone", repair: Verifier.rebuild)
      }
    }
  }
}
