import Foundation
import GRDB
import Glibc
import News

/// The only writer of an archive: versions, looks and events go in by decisions, each batch durable when it returns.
public actor NewsArchive {
  public nonisolated let folder: String
  let database: DatabaseQueue
  let warc: WARCWriter
  nonisolated let log: LogKeeper
  /// Finds copies inside the writer's own transactions; an import brings what it found itself.
  let detector: CopyDetector
  private let lock: ArchiveLock
  var polls = PollQueue()
  /// Words that the search index takes with its next step.
  var unsearched: [SearchWords] = []
  /// Steps of the search index that imports have made.
  var steps = 0

  /// Opens or makes an archive and takes its lock for `holder`; `origin` is the log's name in feeds.yaml.
  public init(folder: String, holder: String, origin: String? = nil, at now: Instant) throws {
    try self.init(folder: folder, holder: holder, origin: origin, fullSegment: WARCWriter.full, at: now)
  }

  /// `fullSegment`: the bytes at which a WARC segment ends.
  init(folder: String, holder: String, origin: String? = nil, fullSegment: Int64, at now: Instant) throws {
    try Self.makeFolder(folder)
    lock = try ArchiveLock(folder: folder, holder: holder)
    let database = try ArchiveDatabase.openWriter(folder: folder)
    try Self.makeFolder(folder + "/warc")
    // Before anything is cut off: a log that is ahead tells that this database is older than what lies around it.
    let (log, last) = try ArchiveDatabase.translating(folder) {
      let log = try LogKeeper(archive: folder, database: database, origin: origin)
      let last = try database.read { db in
        try Row.fetchOne(db, sql: "SELECT name, length FROM segment ORDER BY rowid DESC LIMIT 1")
      }
      return (log, last)
    }
    self.log = log
    warc = try WARCWriter(
      folder: folder + "/warc", last: last.map { ($0["name"] as String, $0["length"] as Int64) }, full: fullSegment,
      at: now)
    self.folder = folder
    self.database = database
    detector = CopyDetector(folder: folder)
    try ArchiveDatabase.translating(folder) {
      let hasIndex = try database.read { db in
        try CopyIndex.sweep(folder: folder, db)
        return try CopyIndex.isCurrent(db)
      }
      if !hasIndex { _ = try CopyIndex.rebuild(folder: folder, database: database) }
      // What was committed before a crash and not yet indexed for search.
      while try database.write({ db in try SearchIndex.fill(db, atMost: SearchIndex.step) }) > 0 {}
    }
  }

  /// What the owner should know of the log; nil where all is well.
  public nonisolated var notice: String? { log.notice }

  private static func makeFolder(_ folder: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      if isFolder.boolValue { return }
      throw ArchiveError(.notAnArchive, "\(folder) is a file, no archive; name a folder with --archive")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    } catch {
      throw ArchiveError(
        .cannotCreate,
        "cannot make the folder \(folder) (\(error.localizedDescription)); name another with --archive")
    }
  }

  /// Throws where the archive's disk has less room than `least`.
  public nonisolated func requireFree(_ least: Int64) throws {
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else { return }
    let free = Int64(clamping: UInt64(disk.f_bavail) * UInt64(disk.f_frsize))
    if free >= least { return }
    throw ArchiveError(
      .disk,
      "the disk of \(folder) has \(free / 1_000_000) MB left and archive.min-free is \(least / 1_000_000) MB; "
        + ArchiveError.diskAdvice)
  }

  /// Decides and applies a batch of looks in order, each seeing those before it; durable when it returns.
  public func commit(_ looks: [Look], deciding decide: @Sendable (Prior, Look) -> Decision) throws -> [Receipt] {
    try detecting {
      try transaction(articlesTell: false) { db in
        let receipts = try looks.compactMap { look -> Receipt? in
          let (look, movedTo) = try self.identify(look, in: db)
          guard try !Withholding.holds(look.article, in: db), let prior = try Prior.fetch(db, article: look.article)
          else { return nil }
          var decision = decide(prior, look)
          if let movedTo { decision.events.append(.moved(to: movedTo)) }
          return try self.apply(decision, prior: prior, in: db)
        }
        _ = try SearchIndex.fill(db)
        return receipts
      }
    }
  }

  /// Runs `body`, whose transaction looks for copies, and files what it left; what the detector took up of a
  /// transaction that failed is forgotten.
  func detecting<T>(_ body: () throws -> T) throws -> T {
    do {
      let result = try body()
      try settlePostings()
      return result
    } catch {
      detector.reset()
      throw error
    }
  }

  /// Makes a segment of the copy index where enough postings wait for it.
  func settlePostings() throws {
    guard try read(CopyIndex.isFlushDue) else { return }
    while let segment = try CopyIndex.nextSegment(folder: folder, read: database) { try list(segment) }
  }

  /// Puts a segment of the copy index in the place of what it is made of.
  func list(_ segment: NewSegment) throws {
    try transaction { db in try segment.list(db) }
    segment.removeReplaced()
  }

  /// Reads one state of the archive, SQLite's errors said in our words. Not by GRDB's `read`: it sets a pragma on the
  /// writer's connection, after which SQLite prepares every cached statement anew.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try ArchiveDatabase.translating(folder) {
      try database.inDatabase { db in
        try db.beginTransaction(.deferred)
        do {
          let result = try body(db)
          try db.commit()
          return result
        } catch {
          if db.isInsideTransaction { try db.rollback() }
          throw error
        }
      }
    }
  }

  /// Runs `body` in one immediate transaction, SQLite's errors said in our words. What it made is in the WARC segment,
  /// and that on the disk, before the transaction ends; a transaction that fails leaves no record behind. Where only
  /// looks and timetables of articles change, `articlesTell` is false and nothing is recorded.
  func transaction<T>(articlesTell: Bool = true, _ body: (Database) throws -> T) throws -> T {
    try journaled(articlesTell: articlesTell) { db, _ in try body(db) }
  }

  /// The same, with the journal of what it does.
  func journaled<T>(articlesTell: Bool = true, _ body: (Database, RowJournal) throws -> T) throws -> T {
    let start = try startRecording()
    do {
      return try ArchiveDatabase.translating(folder) {
        try database.inDatabase { db in
          try RowJournal.observing(db, articlesTell: articlesTell) { journal in
            var result: T?
            try db.inTransaction(.immediate) {
              result = try body(db, journal)
              try record(journal, from: start, in: db)
              return .commit
            }
            guard let result else { throw ArchiveError(.disk, "the transaction was rolled back") }
            return result
          }
        }
      }
    } catch {
      warc.rewind(to: start)
      throw error
    }
  }
}
