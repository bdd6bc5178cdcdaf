import Foundation
import GRDB
import Prove

/// The head as the database keeps it: written before it is signed, so that no two histories are signed under one origin.
struct LogHead {
  var origin: String
  var frontier: MerkleFrontier

  /// Reads it; nil before the first.
  static func fetch(_ db: Database, folder: String) throws -> LogHead? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM log_head") else { return nil }
    let roots: Data = row["roots"]
    let hashes = stride(from: 0, to: roots.count, by: 32).compactMap { Digest(bytes: roots.dropFirst($0).prefix(32)) }
    guard let frontier = MerkleFrontier(size: row["size"], roots: hashes), frontier.root.hex == row["root"] else {
      throw ArchiveError(
        .verification, "the log's head in \(ArchiveDatabase.path(folder)) is damaged; restore the archive from a backup"
      )
    }
    return LogHead(origin: row["origin"], frontier: frontier)
  }

  /// Entries in the database, signed or not.
  static func entries(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(max(idx) + 1, 0) FROM log_entry") ?? 0
  }

  func save(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO log_head(one, origin, size, root, roots) VALUES (1, ?, ?, ?, ?)",
      arguments: [origin, frontier.size, frontier.root.hex, Data(frontier.roots.flatMap(\.bytes))])
  }

  var checkpoint: Checkpoint { Checkpoint(origin: origin, size: frontier.size, root: frontier.root) }
}
