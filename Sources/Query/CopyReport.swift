import Archive
import GRDB
import News

/// One pair of articles as `query copies` lists it.
public struct CopyReport: Encodable, Sendable {
  /// A shared passage in Unicode scalars of the field named, `text` (the body) where none is.
  public struct Passage: Encodable, Sendable {
    public var copyStart: Int
    public var copyEnd: Int
    public var sourceStart: Int
    public var sourceEnd: Int
  }

  public var copyUrl: String
  public var copyOutlet: String
  public var copyAt: String
  public var copyPublished: String?
  public var copyVersion: Int
  public var sourceUrl: String
  public var sourceOutlet: String
  public var sourceAt: String
  public var sourcePublished: String?
  public var sourceVersion: Int
  public var direction: String
  public var share: Double
  public var longest: Int
  public var `class`: String
  public var credited: Bool
  public var credit: String?
  public var differs: [ChangeClass]
  public var changes: [Change]
  public var passages: [Passage]
  public var copy: String?
  public var source: String?
}

/// Which pairs are wanted.
public struct CopyFilter: Sendable {
  public var article: Int64?
  public var uncredited = false
  public var differs: [ChangeClass] = []
  public var outlets: [String] = []
  public var since: Instant?
  public var all = false
  public init() {}
}

extension ArchiveQuery {
  /// Copies, oldest first.
  public func copies(_ filter: CopyFilter) throws -> [CopyReport] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.*, a.url AS copy_url, a.outlet AS copy_outlet, a.first_seen AS copy_at,
            a.published AS copy_published, va.number AS copy_number, a.external AS copy_id, b.url AS source_url,
            b.outlet AS source_outlet, b.first_seen AS source_at, b.published AS source_published,
            vb.number AS source_number, b.external AS source_id, ta.title AS ta_title, ta.summary AS ta_summary,
            tb.title AS tb_title, tb.summary AS tb_summary
          FROM copy c JOIN article a ON a.id = c.copy JOIN version va ON va.id = c.copy_version
          JOIN text ta ON ta.id = va.text JOIN article b ON b.id = c.source JOIN version vb ON vb.id = c.source_version
          JOIN text tb ON tb.id = vb.text
          WHERE (?1 OR c.class <> 'formula') AND (?2 IS NULL OR c.copy = ?2 OR c.source = ?2)
            AND (NOT ?3 OR c.credited = 0) AND (?4 IS NULL OR c.found_at >= ?4)
          ORDER BY c.found_at, c.id
          """,
        arguments: [filter.all, filter.article, filter.uncredited, filter.since?.milliseconds]
      ).compactMap { row in try Self.report(row, filter) }
    }
  }

  private static func report(_ row: Row, _ filter: CopyFilter) throws -> CopyReport? {
    let differs = try decode([ChangeClass].self, row["differs"])
    let outlets: [String] = [row["copy_outlet"], row["source_outlet"]]
    guard filter.differs.isEmpty || differs.contains(where: filter.differs.contains),
      filter.outlets.isEmpty || outlets.contains(where: filter.outlets.contains)
    else { return nil }
    // Stored offsets run over title, summary and body; what is shown counts in the body alone.
    let copySkip =
      (row["ta_title"] as String).unicodeScalars.count + (row["ta_summary"] as String).unicodeScalars.count + 2
    let sourceSkip =
      (row["tb_title"] as String).unicodeScalars.count + (row["tb_summary"] as String).unicodeScalars.count + 2
    let passages = try decode([[Int]].self, row["passages"]).compactMap { p -> CopyReport.Passage? in
      guard p.count == 4, p[0] >= copySkip, p[2] >= sourceSkip else { return nil }
      return CopyReport.Passage(
        copyStart: p[0] - copySkip, copyEnd: p[1] - copySkip, sourceStart: p[2] - sourceSkip,
        sourceEnd: p[3] - sourceSkip)
    }
    return CopyReport(
      copyUrl: row["copy_url"], copyOutlet: outlets[0], copyAt: Instant(milliseconds: row["copy_at"]).rfc3339,
      copyPublished: Instant(row["copy_published"])?.rfc3339, copyVersion: row["copy_number"],
      sourceUrl: row["source_url"], sourceOutlet: outlets[1],
      sourceAt: Instant(milliseconds: row["source_at"]).rfc3339,
      sourcePublished: Instant(row["source_published"])?.rfc3339, sourceVersion: row["source_number"],
      direction: row["direction"], share: row["share"], longest: row["longest"], class: row["class"],
      credited: row["credited"], credit: row["credit"], differs: differs,
      changes: try decode([Change].self, row["changes"]), passages: passages, copy: row["copy_id"],
      source: row["source_id"])
  }
}
