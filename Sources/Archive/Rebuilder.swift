import Foundation
import GRDB
import News
import Prove

/// Makes the database again from the WARC segments: all but looks and the timetable, which begin anew.
public struct Rebuilder: Sendable {
  /// What a rebuild found.
  public struct Summary: Encodable, Sendable {
    public var segments = 0
    public var rows = 0
    public var articles = 0
    public var versions = 0
    public var events = 0
    public var entries = 0
    /// Where the database that was there before is kept; nil where there was none.
    public var kept: String?
    /// What could not be read.
    public var damage: [String] = []
  }

  private let folder: String
  private let progress: @Sendable (Int, Int) -> Void

  public init(folder: String, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
    self.folder = folder
    self.progress = progress
  }

  /// Rebuilds beside the old database and puts the new one in its place at the end.
  public func run(at now: Instant) throws -> Summary {
    let segments = try Self.segments(folder)
    guard !segments.isEmpty else {
      throw ArchiveError(.missing, "no WARC segments in \(folder)/warc; name the archive with --archive")
    }
    let lock = try ArchiveLock(folder: folder, holder: "rebuild")
    defer { withExtendedLifetime(lock) {} }
    let draft = folder + "/rebuild"
    try? FileManager.default.removeItem(atPath: draft)
    try FileManager.default.createDirectory(
      atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    var summary = Summary()
    do {
      let database = try ArchiveDatabase.openWriter(folder: draft)
      try ArchiveDatabase.translating(draft) {
        try fill(database, segments, &summary)
        _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      }
      try database.close()
    }
    summary.kept = try swap(draft, at: now)
    let damage = summary.damage
    try checkLog(damage)
    return summary
  }

  private static func segments(_ folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/warc")) ?? []
    return names.compactMap(SegmentName.init).sorted().map(\.text)
  }

  private func fill(_ database: DatabaseQueue, _ segments: [String], _ summary: inout Summary) throws {
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF") }
    for (index, name) in segments.enumerated() {
      let path = SegmentCheck.name(folder, name)
      try database.inTransaction { db in
        let length = try read(path, into: db, &summary)
        try db.execute(sql: "INSERT INTO segment(name, length) VALUES (?, ?)", arguments: [name, length])
        return .commit
      }
      summary.segments += 1
      progress(index + 1, segments.count)
    }
    try database.write { db in
      try closeSegments(db)
      try index(db)
      summary.entries = try LogHead.entries(db)
      summary.articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
      summary.versions = try Int.fetchOne(db, sql: "SELECT count(*) FROM version") ?? 0
      summary.events = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
      try head(db)
    }
  }

  /// Applies the rows of a segment; gives the length up to which it could be read.
  private func read(_ path: String, into db: Database, _ summary: inout Summary) throws -> Int64 {
    let file = try SegmentFile(path: path)
    let reader = try WARCReader(file)
    var good: Int64 = 0
    var appliers: [String: RowApplier] = [:]
    while true {
      do {
        guard let head = try reader.next() else { return good }
        if head.contentType == WARCRecord.rowsType {
          for line in String(decoding: try reader.block(), as: UTF8.self).split(separator: "\n") {
            guard let table = RowApplier.table(of: line) else { continue }
            if appliers[table] == nil { appliers[table] = try RowApplier(table, db) }
            try appliers[table]?.apply(String(line), db)
            summary.rows += 1
          }
        }
        good = head.offset + (try reader.finish())
      } catch let damage as WARCDamage {
        // A record cut short at the end is what a crash leaves; it was never acknowledged.
        summary.damage.append("\(path) \(damage)")
        guard try reader.resync(after: damage) else { return good }
      }
    }
  }

  private func closeSegments(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT idx, record FROM log_entry WHERE kind = 'segment'") {
      var fields: [String: String] = [:]
      for line in (row["record"] as String).split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2 { fields[parts[0]] = parts[1] }
      }
      try db.execute(
        sql: "UPDATE segment SET sha256 = ?, entry = ? WHERE name = ?",
        arguments: [fields["sha256"], row["idx"] as Int64, fields["segment"]])
    }
  }

  /// The search index is computed from the words; the copy index too, once the new database stands in its place.
  private func index(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO posting_dead SELECT v.id FROM version v JOIN article a ON a.id = v.article
        WHERE a.merged_into IS NOT NULL OR a.id IN (SELECT article FROM withheld)
        """)
    _ = try SearchIndex.fill(db)
  }

  /// The head goes as far as the signed one, so that what lies behind it is signed by the next writer.
  private func head(_ db: Database) throws {
    let log = LogFolder(archive: folder)
    guard let signed = log.checkpoint.flatMap(Checkpoint.init(unverified:)) else { return }
    let size = min(signed.size, try LogHead.entries(db))
    let head = LogHead(origin: signed.origin, frontier: MerkleFrontier())
    try TileStore(folder: log, db: db).grow(head, to: size).save(db)
  }

  private func checkLog(_ damage: [String]) throws {
    let database = try ArchiveDatabase.openReader(folder: folder)
    guard let head = try database.read({ try LogHead.fetch($0, folder: folder) }),
      let signed = LogFolder(archive: folder).checkpoint.flatMap(Checkpoint.init(unverified:)),
      signed != head.checkpoint
    else { return }
    throw ArchiveError(
      .verification,
      "the segments hold \(head.frontier.size) of the \(signed.size) signed entries"
        + (damage.first.map { ", and \($0)" } ?? "")
        + "; put back the segments that are missing, or go on with `banluu log fork --reason R`")
  }

  private func swap(_ draft: String, at now: Instant) throws -> String? {
    let target = ArchiveDatabase.path(folder)
    var kept: String?
    if FileManager.default.fileExists(atPath: target) {
      let old = "\(target).old-\(now.milliseconds / 1000)"
      for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: target + suffix) {
        try FileManager.default.moveItem(atPath: target + suffix, toPath: old + suffix)
      }
      kept = old
    }
    try FileManager.default.moveItem(atPath: ArchiveDatabase.path(draft), toPath: target)
    try? FileManager.default.removeItem(atPath: draft)
    return kept
  }
}
