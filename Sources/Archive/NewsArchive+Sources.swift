import GRDB
import News

extension NewsArchive {
  /// What a source was when it was last polled.
  public struct SourceState: Sendable {
    public var id: Int64
    public var etag: String?
    public var lastModified: String?
    public var nextPoll: Instant
    /// Polls in a row that did not work.
    public var failures: Int
  }

  /// Writes outlets and sources of feeds.yaml; those no longer in it stay, as retired.
  public func register(_ outlets: [Outlet]) throws {
    try transaction { db in
      try db.execute(sql: "UPDATE source SET retired = 1; UPDATE outlet SET retired = 1")
      for outlet in outlets {
        let names = ([outlet.name] + outlet.aliases + outlet.formerNames + outlet.hosts).joined(separator: "\n")
        try db.execute(
          sql: """
            INSERT INTO outlet(id, name, kind, names) VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET
            name = excluded.name, kind = excluded.kind, names = excluded.names, retired = 0
            """, arguments: [outlet.id, outlet.name, outlet.kind.rawValue, names])
        for source in outlet.sources {
          try db.execute(
            sql: """
              INSERT INTO source(outlet, url, kind, interval_s) VALUES (?, ?, ?, ?) ON CONFLICT(url) DO UPDATE SET
              outlet = excluded.outlet, kind = excluded.kind, interval_s = excluded.interval_s, retired = 0
              """,
            arguments: [outlet.id, source.url, source.kind.rawValue, source.interval.components.seconds])
        }
      }
    }
  }

  /// What is kept of a source; nil before `register`.
  public func source(_ url: String) throws -> SourceState? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM source WHERE url = ?", arguments: [url]).map { row in
        SourceState(
          id: row["id"], etag: row["etag"], lastModified: row["last_modified"],
          nextPoll: Instant(milliseconds: row["next_poll"]), failures: row["failures"])
      }
    }
  }

  /// Records a poll: validators and entries in one commit, or the next 304 would lose what was not yet fetched.
  public func recordPoll(
    source: SourceState, outlet: Outlet, outcome: String, message: String, next: Instant, at now: Instant,
    validators: (etag: String?, lastModified: String?)?, entries: [EntrySeen]
  ) throws -> [Int64] {
    try transaction(articlesTell: false) { db in
      let failed = outcome.hasPrefix("failed") || ["blocked", "refused", "forbidden"].contains(outcome)
      try db.execute(
        sql: """
          UPDATE source SET polled_at = ?1, next_poll = ?2, outcome = ?3, message = ?4,
            failing_since = CASE WHEN ?5 THEN coalesce(failing_since, ?1) END,
            failures = CASE WHEN ?5 THEN failures + 1 ELSE 0 END, ok_at = CASE WHEN ?5 THEN ok_at ELSE ?1 END
          WHERE id = ?6
          """,
        arguments: [now.milliseconds, next.milliseconds, outcome, message, failed, source.id])
      if let validators {
        try db.execute(
          sql: "UPDATE source SET etag = ?, last_modified = ? WHERE id = ?",
          arguments: [validators.etag, validators.lastModified, source.id])
      }
      return try entries.compactMap { try note($0, outlet: outlet, at: now, in: db) }
    }
  }

  /// Finds or makes the article of an entry; returns its id where a page should be looked at now.
  private func note(_ entry: EntrySeen, outlet: Outlet, at now: Instant, in db: Database) throws -> Int64? {
    if let known = try article(outlet: outlet.id, keys: entry.keys, in: db) {
      try addAliases(entry.keys, article: known, in: db)
      let row = try Row.fetchOne(
        db, sql: "SELECT entry_title, entry_summary, state FROM article WHERE id = ?", arguments: [known])
      let changed = row?["entry_title"] != entry.title || row?["entry_summary"] != entry.summary
      if changed {
        try db.execute(
          sql: "UPDATE article SET entry_title = ?, entry_summary = ? WHERE id = ?",
          arguments: [entry.title, entry.summary, known])
      }
      return changed || row?["state"] == Prior.State.awaiting.rawValue ? known : nil
    }
    try db.execute(
      sql: """
        INSERT INTO article(outlet, url, state, first_seen, published, entry_title, entry_summary, interval_s)
        VALUES (?, ?, 'awaiting', ?, ?, ?, ?, ?)
        """,
      arguments: [
        outlet.id, entry.url, now.milliseconds, entry.published?.milliseconds, entry.title, entry.summary,
        outlet.sources.map { $0.interval.components.seconds }.max() ?? 900,
      ])
    let id = db.lastInsertedRowID
    try addAliases(entry.keys, article: id, in: db)
    return id
  }

  func article(outlet: String, keys: [String], in db: Database) throws -> Int64? {
    for key in keys {
      let sql = "SELECT article FROM alias WHERE outlet = ? AND key = ?"
      if let id = try Int64.fetchOne(db, sql: sql, arguments: [outlet, key]) { return id }
    }
    return nil
  }

  /// An alias that another article holds stays with it: a canonical link claimed by two articles is ignored.
  func addAliases(_ keys: [String], article: Int64, in db: Database) throws {
    for key in keys {
      try db.execute(
        sql: """
          INSERT INTO alias(outlet, key, article) SELECT outlet, ?, id FROM article WHERE id = ?
          ON CONFLICT DO NOTHING
          """, arguments: [key, article])
    }
  }
}
