import Foundation
import GRDB
import GRDBSQLite
import Glibc

/// Opens banluu.db as a writer or as a reader, and refuses what is no archive.
public enum ArchiveDatabase {
  /// Seconds that one connection waits for another.
  private static let busyTimeout = 10.0
  /// Milliseconds that an import waits for readers before it lets its log grow.
  private static let longestWait: Int32 = 100

  static func path(_ folder: String) -> String { folder + "/banluu.db" }

  /// Opens the database for writing; makes the tables where there are none.
  static func openWriter(folder: String) throws -> DatabaseQueue {
    try translating(folder) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(busyTimeout)
      let queue = try DatabaseQueue(path: path(folder), configuration: configuration)
      try queue.inDatabase { db in
        try prepare(db, folder: folder)
        try Migration.run(db, folder: folder)
        try keepLog(db, folder: folder)
      }
      return queue
    }
  }

  /// Opens the database for reading only; a reader never waits for the writer.
  public static func openReader(folder: String) throws -> DatabaseQueue {
    let missing = ArchiveError(.missing, "no archive in \(folder); start one with `banluu crawl --archive \(folder)`")
    guard FileManager.default.fileExists(atPath: path(folder)) else {
      // There may be one behind a door that is closed to this user.
      guard access(path(folder), F_OK) != 0, errno == EACCES else { throw missing }
      throw ArchiveError(
        .noPermission, "may not look into \(folder) (Permission denied); run it as its owner or a member of its group")
    }
    return try translating(folder) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(busyTimeout)
      let queue = try DatabaseQueue(path: path(folder), configuration: configuration)
      try queue.read { db in
        try distrust(db)
        // The first crawl may have ended before it wrote anything.
        if try isEmpty(db) { throw missing }
        try check(db, folder: folder)
      }
      return queue
    }
  }

  /// A database that is not ours is refused before anything in it is changed. FULL is read back: an acknowledged
  /// commit must survive a power cut.
  private static func prepare(_ db: Database, folder: String) throws {
    let isNew = try isEmpty(db)
    if !isNew { try check(db, folder: folder) }
    try distrust(db)
    // Large pages hold a text in one piece; 32 MB of them keep the upper levels of every index at hand.
    if isNew { try db.execute(sql: "PRAGMA page_size = 16384") }
    try db.execute(sql: "PRAGMA cache_size = -32768; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    // Without a limit the write-ahead log stays as long as it ever was when the last writer ends, and who reads next goes
    // through all of it; with one it is left empty.
    try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
    guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
      throw ArchiveError(.disk, "SQLite refuses synchronous=FULL for \(folder); nothing is written without it")
    }
    guard isNew else { return }
    try db.inTransaction {
      try db.execute(sql: Schema.sql)
      try db.execute(
        sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
      return .commit
    }
  }

  /// A file that somebody else may have made: nothing in its schema runs, and each page is looked at before it is used.
  private static func distrust(_ db: Database) throws {
    try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
  }

  /// Leaves the write-ahead log in place when the last writer ends: a reader who may not write cannot make one.
  private static func keepLog(_ db: Database, folder: String) throws {
    var isKept: Int32 = 1
    guard sqlite3_file_control(db.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &isKept) == SQLITE_OK else {
      throw ArchiveError(.disk, "SQLite does not keep the write-ahead log of \(folder), which readers need")
    }
  }

  /// Begins the write-ahead log from its start again. SQLite does so by itself only in a moment in which nobody reads,
  /// and while an import compares texts there is none: the log would grow as long as the import takes.
  static func restartLog(_ db: Database) {
    let connection = db.sqliteConnection
    sqlite3_busy_timeout(connection, longestWait)
    // Where somebody reads for longer it is done the next time.
    _ = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_RESTART, nil, nil)
    sqlite3_busy_timeout(connection, Int32(busyTimeout * 1000))
  }

  private static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  private static func check(_ db: Database, folder: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw ArchiveError(.notAnArchive, "\(path(folder)) is not a banluu archive; name another folder with --archive")
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= Schema.version else {
      throw ArchiveError(
        .newer, "\(path(folder)) has schema \(version), this banluu knows \(Schema.version); use a newer banluu")
    }
  }

  /// Says SQLite's errors in the archive's own words.
  public static func translating<T>(_ folder: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT:
        throw ArchiveError(
          .notAnArchive, "\(path(folder)) is damaged (\(error.message ?? "")); restore it from a backup")
      case .SQLITE_NOTADB:
        throw ArchiveError(
          .notAnArchive,
          "\(path(folder)) is not a banluu archive (\(error.message ?? "not SQLite")); name another folder with --archive"
        )
      case .SQLITE_FULL:
        throw ArchiveError(.disk, "the disk of \(folder) is full; \(ArchiveError.diskAdvice)")
      case .SQLITE_IOERR:
        throw ArchiveError(.disk, "cannot write to \(folder) (\(error.message ?? "")); \(ArchiveError.diskAdvice)")
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
        throw ArchiveError(
          .noPermission, "cannot open \(path(folder)): \(error.message ?? ""); try `sudo -u banluu banluu …`")
      default:
        throw ArchiveError(.disk, "SQLite failed on \(path(folder)): \(error.message ?? "\(error.resultCode)")")
      }
    }
  }
}
