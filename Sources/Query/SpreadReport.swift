import Archive
import GRDB
import News

/// The life of a story: who published it first, who took it over, and what became of it, in order of time.
public struct SpreadReport: Encodable, Sendable {
  /// One step of it.
  public struct Step: Encodable, Sendable {
    /// When.
    public var at: String
    /// `published`, `copied`, or an event's name.
    public var what: String
    /// The article it happened to.
    public var url: String
    /// The article's outlet.
    public var outlet: String
    /// The article's headline.
    public var title: String
    /// How grave an event is.
    public var severity: String?
    /// The part of a copy that is shared.
    public var share: Double?
    /// What sort of copy it is.
    public var `class`: String?
    /// Whether a copy names its source.
    public var credited: Bool?
    /// The words of the credit.
    public var credit: String?
    /// What kinds of facts differ.
    public var differs: [ChangeClass]?
    /// Each place that differs.
    public var changes: [Change]?
    /// Open places where a copy still carries corrected words.
    public var stale: Int?
    /// What else there is to say of an event.
    public var detail: String?
  }

  /// The address asked for.
  public var url: String
  /// The article published first, as far as is known here.
  public var firstUrl: String
  /// Its outlet.
  public var firstOutlet: String
  /// How many articles took from it.
  public var copies: Int
  /// All that happened, in order of time.
  public var steps: [Step]
}

extension ArchiveQuery {
  /// The spread of an article's story, seen from whoever published it first.
  public func spread(_ article: Int64) throws -> SpreadReport? {
    let (root, asked) = try read { db in
      (
        try Self.root(of: article, in: db),
        try String.fetchOne(db, sql: "SELECT url FROM article WHERE id = ?", arguments: [article])
      )
    }
    guard let asked, let first = try read({ db in try Self.published(root, in: db) }) else { return nil }
    var filter = CopyFilter()
    filter.article = root
    let copies = try copies(filter).filter { $0.sourceUrl == first.url }
    var steps = [first]
    for copy in copies { steps.append(try step(copy)) }
    for id in try read({ db in
      [root]
        + (try Int64.fetchAll(
          db, sql: "SELECT copy FROM copy WHERE source = ? AND class <> 'formula'", arguments: [root]))
    }) {
      steps += try events(of: id)
    }
    // Order of time; of two at one moment, what was published stands before what happened to it.
    let ordered = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return SpreadReport(
      url: asked, firstUrl: first.url, firstOutlet: first.outlet, copies: copies.count, steps: ordered.map(\.element))
  }

  /// Follows an article to its earliest source, and that one to its own.
  private static func root(of article: Int64, in db: Database) throws -> Int64 {
    var (root, seen) = (article, Set([article]))
    while true {
      let source = try Int64.fetchOne(
        db,
        sql: """
          SELECT c.source FROM copy c JOIN article a ON a.id = c.source WHERE c.copy = ? AND c.class <> 'formula'
          ORDER BY c.share < 0.5, coalesce(a.published, a.first_seen), a.id LIMIT 1
          """, arguments: [root])
      guard let source, seen.insert(source).inserted else { return root }
      root = source
    }
  }

  private static func published(_ article: Int64, in db: Database) throws -> SpreadReport.Step? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT a.url, a.outlet, a.imported, a.first_seen, a.published, t.title FROM article a
        LEFT JOIN version v ON v.article = a.id AND v.number = 1 LEFT JOIN text t ON t.id = v.text WHERE a.id = ?
        """, arguments: [article]
    ).map { row in
      let at = Instant(row["published"]) ?? Instant(milliseconds: row["first_seen"])
      return SpreadReport.Step(
        at: at.rfc3339, what: "published", url: row["url"], outlet: row["outlet"], title: row["title"] ?? "")
    }
  }

  private func step(_ copy: CopyReport) throws -> SpreadReport.Step {
    let (title, stale) = try read { db in
      (
        try String.fetchOne(
          db,
          sql: """
            SELECT t.title FROM article a JOIN version v ON v.article = a.id AND v.number = 1
            JOIN text t ON t.id = v.text WHERE a.url = ?
            """, arguments: [copy.copyUrl]) ?? "",
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM stale s JOIN copy c ON c.id = s.pair JOIN article a ON a.id = c.copy
            JOIN article b ON b.id = c.source WHERE a.url = ? AND b.url = ? AND s.ended_at IS NULL
            """, arguments: [copy.copyUrl, copy.sourceUrl]) ?? 0
      )
    }
    return SpreadReport.Step(
      at: copy.copyPublished ?? copy.copyAt, what: "copied", url: copy.copyUrl, outlet: copy.copyOutlet, title: title,
      share: copy.share, class: copy.class, credited: copy.credited, credit: copy.credit, differs: copy.differs,
      changes: copy.changes, stale: stale)
  }

  private func events(of article: Int64) throws -> [SpreadReport.Step] {
    var filter = EventFilter()
    filter.article = article
    filter.kinds = ["edited", "deleted", "restored", "stale", "marked"]
    return try edits(filter).map { event in
      SpreadReport.Step(
        at: event.at, what: event.event, url: event.url, outlet: event.outlet, title: event.titleAfter ?? "",
        severity: event.severity, differs: event.classes, changes: event.changes, detail: event.detail)
    }
  }
}
