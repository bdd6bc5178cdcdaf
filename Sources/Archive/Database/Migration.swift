import Foundation
import GRDB

/// Brings an archive of an older schema to this one: in one transaction, the old database kept beside it.
enum Migration {
  /// SQL that leads from a version of the schema to the next.
  static let steps = [
    // Fingerprints were not spread; whoever opens the archive for writing makes their index anew.
    1: "DELETE FROM posting_batch; DELETE FROM posting_segment"
  ]

  static func run(
    _ db: Database, folder: String, to newest: Int = Schema.version, steps: [Int: String] = Migration.steps
  ) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version < newest else { return }
    let kept = "\(ArchiveDatabase.path(folder)).schema-\(version)"
    if !FileManager.default.fileExists(atPath: kept) { try db.execute(sql: "VACUUM INTO ?", arguments: [kept]) }
    try db.inTransaction(.immediate) {
      for step in version..<newest {
        guard let sql = steps[step] else {
          throw ArchiveError(.notAnArchive, "\(ArchiveDatabase.path(folder)) has schema \(step), which no release had")
        }
        try db.execute(sql: sql)
      }
      try db.execute(sql: "PRAGMA user_version = \(newest)")
      return .commit
    }
  }
}
