import Foundation
import GRDB
import News
import Prove

/// Keeps an article's words from view, and for legal need takes its bytes out for good; the log says that it was done.
///
/// Versions, hashes, records and proofs stay as they are.
public struct Withholding: Sendable {
  private static let title = "[withheld]"

  private let folder: String

  public init(folder: String) { self.folder = folder }

  /// Withholds an article; with `erasing` also its bytes in WARC, which needs the lock.
  public func run(article: Int64, reason: String, erasing: Bool, holder: String = "withhold", at now: Instant)
    async throws
  {
    let lock = erasing ? try ArchiveLock(folder: folder, holder: holder) : nil
    let desk = try OwnerDesk(folder: folder)
    try desk.transaction(at: now) { db in
      try note(article, reason: reason, erasing: erasing, at: now, in: db)
      try blank(article, in: db)
    }
    if let lock {
      try SegmentEraser(folder: folder).erase(article)
      try desk.scrub()
      lock.release()
    }
    try await desk.settle(holder: holder, at: now)
  }

  private func note(_ article: Int64, reason: String, erasing: Bool, at now: Instant, in db: Database) throws {
    var record = LogRecord()
    record.add("withheld", try String.fetchOne(db, sql: "SELECT url FROM article WHERE id = ?", arguments: [article]))
    record.add("reason", reason)
    record.add("erased", erasing ? "yes" : "no")
    let entry = try LogBook.add(.withheld, record, at: now, in: db)
    try db.execute(
      sql: """
        INSERT INTO withheld(article, at, reason, erased, entry) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(article) DO UPDATE SET reason = excluded.reason, erased = max(erased, excluded.erased),
          entry = excluded.entry
        """, arguments: [article, now.milliseconds, reason, erasing, entry])
  }

  /// Takes the words out of the database: of versions, events, entries, pairs, and both indexes.
  private func blank(_ article: Int64, in db: Database) throws {
    if try Int.fetchOne(
      db, sql: "SELECT count(*) FROM posting_dead d JOIN version v ON v.id = d.document WHERE v.article = ?",
      arguments: [article]) == 0
    {
      try Self.dropPairs(of: article, in: db)
    }
    let texts = try Row.fetchAll(
      db, sql: "SELECT DISTINCT t.id, t.hash FROM version v JOIN text t ON t.id = v.text WHERE v.article = ?",
      arguments: [article])
    for row in texts where !(row["hash"] as String).hasPrefix(LogRecord.withheldHash) {
      let hash = LogRecord.withheldHash + (row["hash"] as String)
      // Another article may have the same words; they stay for that one.
      try db.execute(
        sql: "INSERT INTO text(hash, title, summary, body) VALUES (?, ?, '', '') ON CONFLICT DO NOTHING",
        arguments: [hash, Self.title])
      try db.execute(
        sql: "UPDATE version SET text = (SELECT id FROM text WHERE hash = ?) WHERE article = ? AND text = ?",
        arguments: [hash, article, row["id"] as Int64])
      try db.execute(
        sql: "DELETE FROM text WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM version WHERE text = ?1)",
        arguments: [row["id"] as Int64])
    }
    try db.execute(
      sql: "UPDATE article SET entry_title = '', entry_summary = '', next_look = 9e15, once = 1 WHERE id = ?",
      arguments: [article])
    try db.execute(sql: "UPDATE event SET changes = '[]' WHERE article = ? AND changes <> '[]'", arguments: [article])
  }

  /// Removes what is told of an article as copy or source, and its place in both indexes, while its words are there.
  static func dropPairs(of article: Int64, in db: Database) throws {
    let pairs = "SELECT id FROM copy WHERE copy = ?1 OR source = ?1"
    try db.execute(sql: "DELETE FROM stale WHERE pair IN (\(pairs))", arguments: [article])
    try db.execute(sql: "DELETE FROM copy WHERE copy = ?1 OR source = ?1", arguments: [article])
    try db.execute(
      sql: "DELETE FROM event WHERE kind IN ('copied', 'stale') AND (article = ?1 OR other = ?1)", arguments: [article])
    try SearchIndex.remove(article: article, in: db)
    try db.execute(
      sql: "INSERT OR IGNORE INTO posting_dead SELECT id FROM version WHERE article = ?", arguments: [article])
  }

  /// Whether an article is kept from view.
  static func holds(_ article: Int64, in db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM withheld WHERE article = ?)", arguments: [article]) == true
  }
}
