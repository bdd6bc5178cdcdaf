import Foundation
import GRDB
import News
import Prove

/// Starts a new log under another name, after a database was put back that the old log is ahead of.
///
/// The first entry of the new log holds the old signed head; all entries the database has follow it. The old log's
/// files stay beside the new ones.
public struct LogFork: Sendable {
  private let folder: String

  public init(folder: String) { self.folder = folder }

  /// Forks the log and signs the new head; returns where the old files are.
  public func run(origin: String?, reason: String, at now: Instant) async throws -> String {
    var kept = ""
    do {
      let lock = try ArchiveLock(folder: folder, holder: "log fork")
      defer { withExtendedLifetime(lock) {} }
      kept = try replace(origin: origin, reason: reason, at: now)
    }
    try await NewsArchive(folder: folder, holder: "log fork", at: now).seal(at: now)
    return kept
  }

  private func replace(origin: String?, reason: String, at now: Instant) throws -> String {
    let log = LogFolder(archive: folder)
    let old = log.checkpoint ?? ""
    let name = origin ?? Self.next(after: Checkpoint(unverified: old)?.origin)
    var record = LogRecord()
    record.add("fork", old)
    record.add("reason", reason)
    let kept = "\(log.path)-\(now.milliseconds / 1000)"
    try OwnerDesk(folder: folder).transaction(at: now) { db in
      // Negative first: an index that moves up by one would meet its neighbour.
      try db.execute(sql: "UPDATE log_entry SET idx = -idx - 2; UPDATE log_entry SET idx = -idx - 1")
      for table in LogRecord.owners {
        try db.execute(sql: "UPDATE \(table) SET entry = entry + 1 WHERE entry IS NOT NULL")
      }
      try db.execute(
        sql: "INSERT INTO log_entry(idx, kind, at, record) VALUES (0, 'fork', ?, ?)",
        arguments: [now.milliseconds, record.text])
      try LogHead(origin: name, frontier: MerkleFrontier()).save(db)
      if FileManager.default.fileExists(atPath: log.path) {
        try FileManager.default.moveItem(atPath: log.path, toPath: kept)
      }
    }
    return kept
  }

  /// `bao.example/so`, then `bao.example/so-2`, `bao.example/so-3`.
  static func next(after origin: String?) -> String {
    guard let origin else { return "banluu.local/" + String(UInt32.random(in: .min ... .max), radix: 16) }
    let parts = origin.split(separator: "-")
    guard parts.count > 1, let number = parts.last.flatMap({ Int($0) }) else { return origin + "-2" }
    return parts.dropLast().joined(separator: "-") + "-\(number + 1)"
  }
}
