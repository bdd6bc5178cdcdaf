import Detect
import Foundation
import GRDB
import News

extension CopyIndex {
  /// Documents that make one segment when the index is made anew.
  private static let rebuiltAtOnce = 20_000

  /// Whether the index has this release's form and holds something where there are texts that count; whoever writes
  /// makes it anew where not.
  static func isCurrent(_ db: Database) throws -> Bool {
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= 2 else { return false }
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM posting_segment) OR EXISTS (SELECT 1 FROM posting_batch)
          OR NOT EXISTS (SELECT 1 FROM version WHERE id NOT IN (SELECT document FROM posting_dead))
        """) ?? true
  }

  /// What of the index is not as it was written: the object, and in words what is wrong with it.
  static func problems(folder: String, _ db: Database) throws -> [(object: String, problem: String)] {
    var problems: [(object: String, problem: String)] = []
    for row in try Row.fetchAll(db, sql: "SELECT name, postings, bytes FROM posting_segment ORDER BY id") {
      let name = "\(folderName)/\(row["name"] as String)"
      do {
        guard let segment = try PostingSegment(folder: folder + "/" + folderName, name: row["name"]) else {
          problems.append((name, "it is missing"))
          continue
        }
        if !segment.isSound || Int64(segment.header.postings) != row["postings"] {
          problems.append((name, "it is not as it was written"))
        }
      } catch let error as ArchiveError {
        problems.append((name, error.message))
      }
    }
    for row in try Row.fetchAll(db, sql: "SELECT last_document, postings FROM posting_batch ORDER BY 1")
    where PostingBytes.run(of: row["postings"] as Data) == nil {
      problems.append(
        ("the postings up to document \(row["last_document"] as Int64)", "they are not as they were written"))
    }
    return problems
  }

  /// Makes the whole index anew from the texts; returns how many documents it holds. Only for the lock's holder.
  static func rebuild(folder: String, database: DatabaseQueue) throws -> Int {
    let place = try makeFolder(folder)
    var (last, total) = (Int64(0), 0)
    var made: [WrittenSegment] = []
    while true {
      let rows = try database.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT v.id, t.title, t.summary, t.body FROM version v JOIN text t ON t.id = v.text
            WHERE v.id > ? AND v.id NOT IN (SELECT document FROM posting_dead) ORDER BY v.id LIMIT ?
            """, arguments: [last, rebuiltAtOnce]
        ).map { ($0["id"] as Int64, Winnowing.postings(SyllableText(ArticleText(row: $0).whole))) }
      }
      guard let end = rows.last?.0 else { break }
      let run = PostingRun(rows.map { (UInt32($0.0), $0.1) })
      made.append(
        try WrittenSegment(run, last: UInt32(end), documents: rows.count, folder: place))
      total += rows.count
      last = end
    }
    // Until here the old list stands, so that a crash loses nothing.
    try database.write { db in
      try db.execute(sql: "DELETE FROM posting_batch; DELETE FROM posting_segment")
      for segment in made { try segment.list(db) }
    }
    try database.read { db in try sweep(folder: folder, db) }
    return total
  }
}

extension NewsArchive {
  /// Makes the copy index anew from the texts of all versions; returns how many it holds.
  public func rebuildCopyIndex() throws -> Int {
    detector.reset()
    return try ArchiveDatabase.translating(folder) { try CopyIndex.rebuild(folder: folder, database: database) }
  }
}
