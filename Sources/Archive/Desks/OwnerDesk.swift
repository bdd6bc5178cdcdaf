import Foundation
import GRDB
import News

/// Small transactions that the archive's owner may make beside the lock holder: marks, watches, what is withheld.
///
/// Their rows wait in the database until the lock holder puts them into WARC and signs the log; where nobody holds the
/// lock, `settle` does it.
struct OwnerDesk: Sendable {
  private let folder: String
  private let database: DatabaseQueue

  init(folder: String) throws {
    self.folder = folder
    database = try ArchiveDatabase.openWriter(folder: folder)
    // What is withheld must not stay readable in pages that are free.
    try ArchiveDatabase.translating(folder) {
      try database.inDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    }
  }

  /// One transaction; an entry that it adds to the log has its final index when this returns.
  func transaction<T>(at now: Instant, _ body: (Database) throws -> T) throws -> T {
    try ArchiveDatabase.translating(folder) {
      try database.inDatabase { db in
        try RowJournal.observing(db, articlesTell: false) { journal in
          var result: T?
          try db.inTransaction(.immediate) {
            result = try body(db)
            let lines = try journal.lines(db)
            if !lines.isEmpty {
              try db.execute(
                sql: "INSERT INTO journal(at, rows) VALUES (?, ?)",
                arguments: [now.milliseconds, String(decoding: lines, as: UTF8.self)])
            }
            return .commit
          }
          guard let result else { throw ArchiveError(.disk, "the transaction was rolled back") }
          return result
        }
      }
    }
  }

  /// Leaves no trace of deleted words in the search index and the write-ahead log.
  func scrub() throws {
    try ArchiveDatabase.translating(folder) {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize')")
        _ = try db.checkpoint(.truncate)
      }
    }
  }

  /// Brings the rows into WARC and signs the log, unless another process holds the lock and will do so.
  func settle(holder: String, at now: Instant) async throws {
    do {
      try await NewsArchive(folder: folder, holder: holder, at: now).seal(at: now)
    } catch let error as ArchiveError where error.cause == .locked {}
  }
}
