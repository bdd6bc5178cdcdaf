import GRDB
import News

extension NewsArchive {
  /// An article whose page is to be looked at.
  public struct Errand: Sendable {
    public var article: Int64
    public var outlet: String
    public var url: String
    public var etag: String?
    public var lastModified: String?
    /// Hash of the words that stood at the last look; nil before the first.
    public var textHash: String?
    /// The date of publication and the author of the version that stands.
    public var versionPublished: Instant?
    public var versionAuthor: String?
    /// How many pages the version that stands was read from.
    public var versionPages: Int
    /// How many looks of the timetable lie behind it.
    public var step: Int
    /// An edit or a deletion waits for this look: validators lie, so it is made without them.
    public var confirms: Bool
    public var entryTitle: String
    public var entrySummary: String
    public var entryPublished: Instant?
  }
  /// Which articles are looked at again in a round.
  public enum Recheck: String, Sendable, CaseIterable { case due, all, none }

  /// Articles to look at: those awaiting their first page, those named, and those the recheck asks for.
  ///
  /// With `dueOnly` an article that could not be read waits for its turn again.
  public func errands(
    _ recheck: Recheck, named: [Int64], outlets: [String], dueOnly: Bool = false, at now: Instant
  ) throws -> [Errand] {
    try read { db in
      let awaiting = dueOnly ? "" : "a.state = 'awaiting' OR "
      let asked =
        switch recheck {
        case .all: "1"
        case .due: "\(awaiting)(a.next_look <= ?2 AND NOT (a.once AND a.looked_at IS NOT NULL))"
        case .none:
          "\(awaiting)(a.state = 'awaiting' AND a.next_look <= ?2 AND NOT (a.once AND a.looked_at IS NOT NULL))"
        }
      let rows = try outlets.flatMap { outlet in
        try Row.fetchAll(
          db,
          sql: """
            \(Self.errands) AND a.outlet = ?1 AND a.imported = 0 AND (\(asked))
              AND (SELECT retired FROM outlet WHERE id = a.outlet) = 0
            """, arguments: recheck == .all ? [outlet] : [outlet, now.milliseconds])
      }
      var seen = Set(rows.map { $0["id"] as Int64 })
      let more = try named.filter { seen.insert($0).inserted }.compactMap {
        try Self.errand($0, in: db)
      }
      let errands = (rows + more).map(Errand.init(row:)).filter { outlets.contains($0.outlet) }
      return errands.sorted { $0.article < $1.article }
    }
  }

  /// Articles of an outlet that were there at their last look, the newest first: controls for those that seem gone.
  public func controls(outlet: String, besides gone: [Int64], atMost most: Int = 200) throws -> [Errand] {
    try read { db in
      let live = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM article WHERE outlet = ? AND state = 'live' AND imported = 0 AND merged_into IS NULL
            AND id NOT IN (SELECT article FROM withheld) ORDER BY looked_at DESC LIMIT ?
          """, arguments: [outlet, gone.count + most])
      return try live.filter { !gone.contains($0) }.prefix(most).compactMap { id in
        try Self.errand(id, in: db).map(Errand.init(row:))
      }
    }
  }

  private static func errand(_ article: Int64, in db: Database) throws -> Row? {
    try Row.fetchOne(db, sql: errands + " AND a.id = ?", arguments: [article])
  }

  /// Articles that can be looked at, with what is known of the version that stands.
  private static let errands = """
    SELECT a.*, t.hash, v.published AS version_published, v.author AS version_author,
      1 + (SELECT count(*) FROM further_page WHERE version = v.id) AS version_pages FROM article a
    LEFT JOIN version v ON v.article = a.id AND v.number = a.version LEFT JOIN text t ON t.id = v.text
    WHERE a.merged_into IS NULL AND a.id NOT IN (SELECT article FROM withheld)
    """

  /// Looks made at each host in a span of time.
  public func looks(from start: Instant, to end: Instant) throws -> [String: Int] {
    try read { db in
      let sql = """
        SELECT coalesce(a.fetch_url, a.url), count(*) FROM look JOIN article a ON a.id = look.article
        WHERE look.at > ? AND look.at <= ? GROUP BY 1
        """
      return try Row.fetchAll(db, sql: sql, arguments: [start.milliseconds, end.milliseconds]).reduce(into: [:]) {
        if let host = WebAddress.host($1[0]) { $0[host, default: 0] += $1[1] }
      }
    }
  }

  /// Puts looks off to the step after theirs, and counts them as skipped.
  public func skip(_ looks: [(article: Int64, next: Instant)], of outlet: String) throws {
    guard !looks.isEmpty else { return }
    try transaction(articlesTell: false) { db in
      for look in looks {
        try db.execute(
          sql: "UPDATE article SET step = step + 1, next_look = ? WHERE id = ?",
          arguments: [look.next.milliseconds, look.article])
      }
      try db.execute(sql: "UPDATE outlet SET skipped = skipped + ? WHERE id = ?", arguments: [looks.count, outlet])
    }
  }

  /// The addresses of articles, for people.
  public func addresses(of articles: [Int64]) throws -> [Int64: String] {
    try read { db in try articles.reduce(into: [:]) { $0[$1] = try address(of: $1, in: db) } }
  }

  /// The words that stood at the last look.
  public func texts(of articles: [Int64]) throws -> [Int64: ArticleText] {
    try read { db in
      try articles.reduce(into: [:]) { $0[$1] = try ArticleText.current(db, article: $1) }
    }
  }
}

extension NewsArchive.Errand {
  fileprivate init(row: Row) {
    article = row["id"]
    outlet = row["outlet"]
    url = row["fetch_url"] ?? row["url"]
    textHash = row["hash"]
    versionPublished = Instant(row["version_published"])
    versionAuthor = row["version_author"]
    versionPages = row["version_pages"]
    step = row["state"] == Prior.State.live.rawValue ? row["step"] : 0
    confirms = (row["pending"] as Int64?) != nil || row["state"] == Prior.State.missing.rawValue
    etag = row["etag"]
    lastModified = row["last_modified"]
    entryTitle = row["entry_title"]
    entrySummary = row["entry_summary"]
    entryPublished = Instant(row["published"])
  }
}
