import GRDB
import News

/// Parts articles that were wrongly taken for one: a small transaction that the archive's owner may make beside the
/// lock holder.
public struct MergeDesk: Sendable {
  /// Why a merge cannot be undone.
  public enum Refusal: Error, Sendable {
    case noSuchMerge
    /// The article that took it up was itself taken up by this one.
    case keptIsMerged(into: Int64)
  }

  private let desk: OwnerDesk
  private let folder: String

  /// Opens an archive that is there.
  public init(folder: String) throws {
    _ = try ArchiveDatabase.openReader(folder: folder)
    self.folder = folder
    desk = try OwnerDesk(folder: folder)
  }

  /// Makes an article of its own again of one that was taken up; it has its keys and versions back, is looked at
  /// soon, and is never merged with that one again. Tells which article had taken it up.
  public func undo(_ absorbed: Int64, reason: String, at now: Instant) throws -> Int64 {
    try desk.transaction(at: now) { db in
      let standing = "SELECT * FROM merge WHERE absorbed = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
      guard let merge = try Row.fetchOne(db, sql: standing, arguments: [absorbed]) else { throw Refusal.noSuchMerge }
      let kept: Int64 = merge["kept"]
      let outer = "SELECT merged_into FROM article WHERE id = ?"
      if let into = try Int64.fetchOne(db, sql: outer, arguments: [kept]) { throw Refusal.keptIsMerged(into: into) }
      try db.execute(
        sql: """
          UPDATE alias SET article = ?1, merged_from = NULL
          WHERE article = ?2 AND key IN (SELECT value FROM json_each(?3))
          """, arguments: [absorbed, kept, merge["keys"] as String])
      try db.execute(
        sql: """
          UPDATE article SET merged_into = NULL, state = ?1, external = ?2, next_look = ?3, etag = NULL,
            last_modified = NULL WHERE id = ?4
          """, arguments: [merge["state"] as String, merge["external"] as String?, now.milliseconds, absorbed])
      try db.execute(
        sql: """
          UPDATE article SET fetch_url = ?1, etag = NULL, last_modified = NULL, next_look = min(next_look, ?2)
          WHERE id = ?3
          """, arguments: [merge["fetch_url"] as String?, now.milliseconds, kept])
      try SearchIndex.restore(article: absorbed, in: db)
      let versions = "SELECT id FROM version WHERE article = ?"
      try db.execute(sql: "DELETE FROM posting_dead WHERE document IN (\(versions))", arguments: [absorbed])
      try db.execute(
        sql: "UPDATE merge SET undone_at = ?, undone_why = ? WHERE id = ?",
        arguments: [now.milliseconds, reason, merge["id"] as Int64])
      return kept
    }
  }
}
