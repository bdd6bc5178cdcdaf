import Foundation
import GRDB
import News
import Prove

/// Keeps an archive's log: checks at start that the signed head is one of our own past, and signs new heads.
struct LogKeeper: Sendable {
  let folder: LogFolder
  let archive: String
  private let key: SignerKey
  /// What the owner should know, such as an origin in feeds.yaml that is not the log's.
  private(set) var notice: String?

  /// Opens the log, and makes its key at the first start; `origin` is what feeds.yaml names.
  init(archive: String, database: DatabaseQueue, origin: String?) throws {
    self.archive = archive
    folder = LogFolder(archive: archive)
    let head = try database.read { try LogHead.fetch($0, folder: archive) }
    if let signed = folder.checkpoint { try Self.check(signed, against: head, folder, archive, database) }
    let kept = try folder.key()
    if let head, head.frontier.size > 0 || kept != nil {
      guard let kept, kept.name == head.origin else {
        throw ArchiveError(
          .verification,
          "\(folder.path)/key is \(kept == nil ? "missing" : "of another log"); restore it from a backup, or start a "
            + "new log with `banluu log fork --reason R`")
      }
      key = kept
      if let origin, origin != head.origin {
        notice =
          "log.origin is \(origin) but this archive's log is \(head.origin), which stays; `banluu log fork --origin "
          + "\(origin) --reason R` starts another"
      }
      try signFirst(head)
      return
    }
    // A rebuilt database has no head yet, but its log may have a key.
    let name =
      kept?.name ?? origin ?? head?.origin ?? "banluu.local/" + String(UInt32.random(in: .min ... .max), radix: 16)
    let first = LogHead(origin: name, frontier: MerkleFrontier())
    key = kept ?? SignerKey(name: name)
    try database.write { try first.save($0) }
    if kept == nil { try folder.keep(key) }
    try signFirst(first)
  }

  /// The head of an empty log is signed before anything is committed: a checkpoint that is missing later was taken away.
  private func signFirst(_ head: LogHead) throws {
    guard head.frontier.size == 0, folder.checkpoint == nil else { return }
    try folder.write("checkpoint", Array(try head.checkpoint.signed(with: key).utf8), synced: true)
  }

  /// The public half of the key.
  var verifier: VerifierKey { key.verifier }

  /// A signed head must lie in the database's past; a later one means that an older database was put back.
  private static func check(
    _ note: String, against head: LogHead?, _ folder: LogFolder, _ archive: String, _ database: DatabaseQueue
  ) throws {
    guard let signed = Checkpoint(unverified: note) else {
      throw ArchiveError(.verification, "\(folder.path)/checkpoint is damaged; restore it from a backup")
    }
    let size = head?.frontier.size ?? 0
    guard let head, signed.size <= size, signed.origin == head.origin else {
      throw ArchiveError(
        .verification,
        "the signed log of \(archive) is ahead of its database (\(signed.size) entries of \(signed.origin), the "
          + "database has \(size)): an older database was put back; put the newer one back, or go on under another name "
          + "with `banluu log fork --reason R`")
    }
    let root =
      signed.size == size
      ? head.frontier.root
      : try database.read { try TileStore(folder: folder, db: $0).root(signed.size, in: size) }
    guard root == signed.root else {
      throw ArchiveError(
        .verification,
        "the signed log of \(archive) and its database tell two histories of the first \(signed.size) entries; run "
          + "`banluu verify`, then restore the archive from a backup or use `banluu log fork --reason R`")
    }
  }

  /// Writes the tiles of new entries, keeps size and root, and only then signs them.
  func seal(_ database: DatabaseQueue) throws {
    guard let head = try database.read({ try LogHead.fetch($0, folder: archive) }) else { return }
    let grown = try database.read { db in
      try TileStore(folder: folder, db: db).grow(head, to: try LogHead.entries(db))
    }
    let signed = folder.checkpoint.flatMap(Checkpoint.init(unverified:))
    if grown.frontier.size > head.frontier.size {
      try database.write { try grown.save($0) }
    } else if signed == head.checkpoint {
      return
    }
    try folder.write("checkpoint", Array(try grown.checkpoint.signed(with: key).utf8), synced: true)
    // Not sooner: until here the signed head is one that needs the partial tiles.
    for tile in Tile.grown(from: signed?.size ?? 0, to: grown.frontier.size) { folder.dropPartials(of: tile) }
  }
}
