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
    /// How the last poll ended.
    public var outcome: String
    /// Where the source redirects to for good.
    public var move: SourceMove?
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

  private static let state = """
    SELECT s.*, m.url AS moved, m.since, m.polls, m.adopted FROM source s
    LEFT JOIN source_move m ON m.source = s.id
    """

  /// What is kept of the sources of outlets, by address.
  public func sources(of outlets: [String]) throws -> [String: SourceState] {
    try read { db in
      try outlets.reduce(into: [:]) { states, outlet in
        let statement = try db.cachedStatement(sql: Self.state + " WHERE s.outlet = ? AND s.retired = 0")
        for row in try Row.fetchAll(statement, arguments: [outlet]) { states[row["url"]] = SourceState(row: row) }
      }
    }
  }

  /// What is kept of a source; nil before `register`.
  public func source(_ url: String) throws -> SourceState? {
    try read { db in
      try Row.fetchOne(db, sql: Self.state + " WHERE s.url = ?", arguments: [url]).map(SourceState.init(row:))
    }
  }

  /// Finds or makes the article of an entry; returns its id where a page should be looked at now.
  func note(_ entry: EntrySeen, outlet: Outlet, at now: Instant, in db: Database) throws -> Int64? {
    if let known = try article(outlet: outlet.id, keys: entry.keys, in: db) {
      try addAliases(entry.keys, article: known, in: db)
      let row = try Row.fetchOne(
        db, sql: "SELECT entry_title, entry_summary, state FROM article WHERE id = ?", arguments: [known])
      let hasWords = !(entry.title.isEmpty && entry.summary.isEmpty)
      let changed =
        hasWords && (row?["entry_title"] != entry.title || row?["entry_summary"] != entry.summary)
      if changed {
        // Its page is due now: a stop before the look must not lose what the feed has told.
        try db.execute(
          sql: "UPDATE article SET entry_title = ?1, entry_summary = ?2, next_look = min(next_look, ?3) WHERE id = ?4",
          arguments: [entry.title, entry.summary, now.milliseconds, known])
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
      try db.cachedStatement(
        sql: """
          INSERT INTO alias(outlet, key, article) VALUES ((SELECT outlet FROM article WHERE id = ?2), ?1, ?2)
          ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [key, article])
    }
  }
}

extension NewsArchive.SourceState {
  fileprivate init(row: Row) {
    id = row["id"]
    etag = row["etag"]
    lastModified = row["last_modified"]
    nextPoll = Instant(milliseconds: row["next_poll"])
    failures = row["failures"]
    outcome = row["outcome"]
    move = (row["moved"] as String?).map { url in
      SourceMove(
        url: url, since: Instant(milliseconds: row["since"]), polls: row["polls"], isAdopted: row["adopted"])
    }
  }
}
