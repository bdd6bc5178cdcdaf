import GRDB
import News

extension NewsArchive {
  /// Records a poll: its validators and entries in one commit, or the next 304 would lose what was not yet fetched.
  /// Polls that come while a commit is made share the next one. Durable when it returns the articles to look at.
  public func record(_ poll: PollRecord) async throws -> [Int64] {
    try await withCheckedThrowingContinuation { done in
      guard polls.add(PollQueue.Waiting(record: poll, done: done)) else { return }
      Task { await commitPolls() }
    }
  }

  private func commitPolls() async {
    while let batch = polls.take() {
      do {
        let named = try transaction(articlesTell: false) { db in try batch.map { try write($0.record, in: db) } }
        for (poll, articles) in zip(batch, named) { poll.done.resume(returning: articles) }
      } catch {
        for poll in batch { poll.done.resume(throwing: error) }
      }
      // Polls that ended meanwhile stand in the actor's line; they come before the next commit.
      await Task.yield()
    }
  }

  private func write(_ poll: PollRecord, in db: Database) throws -> [Int64] {
    let state = try db.cachedStatement(
      sql: """
        UPDATE source SET polled_at = ?1, next_poll = ?2, outcome = ?3, message = ?4,
          failing_since = CASE WHEN ?5 THEN coalesce(failing_since, ?1) END,
          failures = CASE WHEN ?5 THEN failures + 1 ELSE 0 END, ok_at = CASE WHEN ?5 THEN ok_at ELSE ?1 END,
          etag = CASE WHEN ?6 THEN ?7 ELSE etag END, last_modified = CASE WHEN ?6 THEN ?8 ELSE last_modified END
        WHERE id = ?9
        """)
    try state.execute(arguments: [
      poll.at.milliseconds, poll.next.milliseconds, poll.outcome, poll.message, !poll.worked, poll.validators != nil,
      poll.validators?.etag, poll.validators?.lastModified, poll.source.id,
    ])
    if poll.move != poll.source.move { try write(poll.move, of: poll.source.id, in: db) }
    if let sitemaps = poll.sitemaps { try write(sitemaps, of: poll.source.id, in: db) }
    return try poll.entries.compactMap { try note($0, outlet: poll.outlet, at: poll.at, in: db) }
  }

  private func write(_ move: SourceMove?, of source: Int64, in db: Database) throws {
    guard let move else {
      return try db.execute(sql: "DELETE FROM source_move WHERE source = ?", arguments: [source])
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO source_move(source, url, since, polls, adopted) VALUES (?, ?, ?, ?, ?)",
      arguments: [source, move.url, move.since.milliseconds, move.polls, move.isAdopted])
  }

  /// Puts a poll off that was not made, and changes nothing else about its source.
  public func putOff(source: Int64, until next: Instant) throws {
    try transaction(articlesTell: false) { db in
      try db.execute(sql: "UPDATE source SET next_poll = ? WHERE id = ?", arguments: [next.milliseconds, source])
    }
  }

  /// Outlets with a source or an article that is due.
  public func outletsDue(at now: Instant) throws -> Set<String> {
    try read { db in
      let sources = "SELECT DISTINCT outlet FROM source WHERE retired = 0 AND next_poll <= ?"
      let articles = """
        SELECT id FROM outlet o WHERE retired = 0 AND EXISTS (SELECT 1 FROM article WHERE outlet = o.id
          AND imported = 0 AND merged_into IS NULL AND next_look <= ? AND NOT (once AND looked_at IS NOT NULL))
        """
      return Set(try String.fetchAll(db, sql: sources, arguments: [now.milliseconds])).union(
        try String.fetchAll(db, sql: articles, arguments: [now.milliseconds]))
    }
  }

  /// Plans that a clock made which has since gone back are made again from now, each as far ahead as it was; tells
  /// whether there were any.
  public func replanIfClockWentBack(at now: Instant) throws -> Bool {
    let tolerance: Int64 = 60_000
    let last = try read { try Int64.fetchOne($0, sql: "SELECT max(polled_at) FROM source") } ?? 0
    guard last - now.milliseconds > tolerance else { return false }
    try transaction(articlesTell: false) { db in
      try db.execute(
        sql: """
          UPDATE source SET next_poll = ?1 + max(0, next_poll - polled_at), polled_at = ?1 WHERE polled_at > ?1;
          """, arguments: [now.milliseconds])
      try db.execute(
        sql: "UPDATE article SET next_look = ?1 + max(0, next_look - looked_at) WHERE looked_at > ?1",
        arguments: [now.milliseconds])
    }
    return true
  }
}
