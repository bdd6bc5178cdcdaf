import Foundation
import GRDB
import News
import Prove

/// What a reader asks of an archive's log: its head, proofs, and whether it only grew.
public struct LogDesk: Sendable {
  private let folder: String
  private let log: LogFolder
  private let database: DatabaseQueue

  public init(folder: String) throws {
    self.folder = folder
    log = LogFolder(archive: folder)
    database = try ArchiveDatabase.openReader(folder: folder)
  }

  /// The signed head, its public key, and how many entries the database holds by now.
  public func head() throws -> LogHeadReport {
    let (note, key) = try signed()
    let head = try Self.verification { try Checkpoint(note: note, key: key) }
    let entries = try read(LogHead.entries)
    return LogHeadReport(
      origin: head.origin, size: head.size, root: Data(head.root.bytes).base64EncodedString(), vkey: key.text,
      entries: entries, checkpoint: note)
  }

  /// Proves an entry to be under the signed head; the file carries the entry and its record.
  public func proof(entry index: Int) throws -> InclusionFile {
    let (note, key) = try signed()
    let head = try Self.verification { try Checkpoint(note: note, key: key) }
    guard index < head.size else {
      throw ArchiveError(
        .missing, "entry \(index) is not signed yet; whoever writes the archive signs it at the end of the round")
    }
    return try read { db in
      let row = try Row.fetchOne(db, sql: "SELECT * FROM log_entry WHERE idx = ?", arguments: [index])
      guard let row, let entry = LogEntry(row: row) else {
        throw ArchiveError(.verification, "entry \(index) is not in the database; run `banluu verify`")
      }
      let store = TileStore(folder: log, db: db)
      let path = try MerkleProof.inclusion(of: index, in: head.size) { try store.subtree($0, $1, size: head.size) }
      let extra = entry.bytes + [0x0A] + Array((row["record"] as String).utf8)
      let file = InclusionFile(extra: extra, index: index, path: path, checkpoint: note)
      _ = try Self.verification { try file.verify(entry.bytes, key: key) }
      return file
    }
  }

  /// The entry of a version of an article: the latest where none is named.
  public func entry(article: Int64, version: Int? = nil) throws -> Int? {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT entry FROM version WHERE article = ?1 AND number = coalesce(?2, (SELECT version FROM article WHERE id = ?1))
          """, arguments: [article, version])
    }
  }

  /// The hashes that lead from an older signed head to this one.
  public func consistency(from note: String) throws -> [Digest] {
    let (current, key) = try signed()
    let (old, new) = try Self.verification {
      (try Checkpoint(note: note, key: key), try Checkpoint(note: current, key: key))
    }
    guard old.size <= new.size else {
      throw ArchiveError(
        .verification, "the older head has \(old.size) entries and this log \(new.size): it was cut; restore a backup")
    }
    let path = try read { db in
      let store = TileStore(folder: log, db: db)
      return try MerkleProof.consistency(from: old.size, to: new.size) { try store.subtree($0, $1, size: new.size) }
    }
    let holds =
      old.size == 0
      || MerkleProof.isConsistent(from: (old.size, old.root), to: (new.size, new.root), path: path)
    guard holds else {
      throw ArchiveError(
        .verification, "this log does not go on from that head of \(old.size) entries: its history was rewritten")
    }
    return path
  }

  private func signed() throws -> (note: String, key: VerifierKey) {
    guard let note = log.checkpoint, let key = log.verifier else {
      throw ArchiveError(.missing, "the log of \(folder) has no signed head yet; `banluu crawl` signs one")
    }
    return (note, key)
  }

  private func read<T>(_ body: (Database) throws -> T) throws -> T {
    try ArchiveDatabase.translating(folder) { try database.read(body) }
  }

  private static func verification<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as ProofError { throw ArchiveError(.verification, error.message) }
  }
}
