import GRDB
import Glibc

/// A segment of the copy index that stands on the disk, and what it is made of; nobody reads it before it is listed.
struct NewSegment: Sendable {
  enum Replaced: Sendable {
    case batches(upTo: Int64)
    case segments([String], folder: String)
  }

  let segment: WrittenSegment
  let replaces: Replaced

  /// Lists it in the place of what it is made of.
  func list(_ db: Database) throws {
    try segment.list(db)
    switch replaces {
    case .batches(let last):
      try db.execute(sql: "DELETE FROM posting_batch WHERE last_document <= ?", arguments: [last])
    case .segments(let names, _):
      for name in names { try db.execute(sql: "DELETE FROM posting_segment WHERE name = ?", arguments: [name]) }
    }
  }

  /// Takes away the files that are no longer listed; who has them mapped still reads them.
  func removeReplaced() {
    if case .segments(let names, let folder) = replaces { for name in names { unlink(folder + "/" + name) } }
  }
}
