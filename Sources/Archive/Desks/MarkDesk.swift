import GRDB
import News

/// Puts marks and withdraws them: small transactions that the archive's owner may make beside the lock holder.
public struct MarkDesk: Sendable {
  /// What a mark reached.
  public struct Placed: Sendable {
    public var id: Int64
    /// Copies that carry the marked words now.
    public var copies: Int
  }
  /// Why a mark cannot be put or withdrawn.
  public enum Refusal: Error, Sendable {
    case unseen, passageMissing, noSuchMark, withdrawnBefore
  }

  private let desk: OwnerDesk

  /// Opens an archive that is there.
  public init(folder: String) throws {
    _ = try ArchiveDatabase.openReader(folder: folder)
    desk = try OwnerDesk(folder: folder)
  }

  /// Marks the version of an article that stands now; its copies are told of in the same transaction.
  public func put(_ mark: Mark, on article: Int64, at now: Instant) throws -> Placed {
    try desk.transaction(at: now) { db in
      guard let version = try Int.fetchOne(db, sql: "SELECT version FROM article WHERE id = ?", arguments: [article]),
        version > 0, let text = try ArticleText.current(db, article: article)
      else { throw Refusal.unseen }
      guard MarkRule.carries(text, mark.passage) else { throw Refusal.passageMissing }
      try db.execute(
        sql: """
          INSERT INTO mark(article, version, kind, reason, source, passage, made_by, at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          article, version, mark.kind.rawValue, mark.reason, mark.source, mark.passage, mark.by, now.milliseconds,
        ])
      let id = db.lastInsertedRowID
      try LogBook.log(mark: id, at: now, in: db)
      return Placed(id: id, copies: try MarkRule.raise(mark: id, mark, article: article, at: now, in: db))
    }
  }

  /// Withdraws a mark by a further entry; both stay.
  public func withdraw(_ id: Int64, reason: String, by: String?, at now: Instant) throws {
    try desk.transaction(at: now) { db in
      let sql = "SELECT article, version FROM mark WHERE id = ? AND withdraws IS NULL"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else { throw Refusal.noSuchMark }
      let again = "SELECT 1 FROM mark WHERE withdraws = ?"
      if try Bool.fetchOne(db, sql: again, arguments: [id]) ?? false { throw Refusal.withdrawnBefore }
      try db.execute(
        sql: """
          INSERT INTO mark(article, version, kind, reason, made_by, at, withdraws)
          VALUES (?, ?, 'withdrawn', ?, ?, ?, ?)
          """,
        arguments: [row["article"] as Int64, row["version"] as Int, reason, by, now.milliseconds, id])
      try LogBook.log(mark: db.lastInsertedRowID, at: now, in: db)
    }
  }

  /// Signs the log over what was marked, unless a writer holds the lock and will.
  public func settle(at now: Instant) async throws { try await desk.settle(holder: "mark", at: now) }
}
