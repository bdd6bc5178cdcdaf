import Archive
import GRDB
import News

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
            vb.number AS source_number, b.external AS source_id
          FROM copy c JOIN article a ON a.id = c.copy JOIN version va ON va.id = c.copy_version
          JOIN article b ON b.id = c.source JOIN version vb ON vb.id = c.source_version
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
    let passages = try decode([[Int]].self, row["passages"]).compactMap { offsets in
      offsets.count == 4
        ? CopyReport.Passage(
          copyStart: offsets[0], copyEnd: offsets[1], sourceStart: offsets[2], sourceEnd: offsets[3]) : nil
    }
    return CopyReport(
      copyUrl: row["copy_url"], copyOutlet: outlets[0], copyAt: Instant(milliseconds: row["copy_at"]).rfc3339,
      copyPublished: Instant(row["copy_published"])?.rfc3339, copyVersion: row["copy_number"],
      sourceUrl: row["source_url"], sourceOutlet: outlets[1],
      sourceAt: Instant(milliseconds: row["source_at"]).rfc3339,
      sourcePublished: Instant(row["source_published"])?.rfc3339, sourceVersion: row["source_number"],
      direction: row["direction"], share: row["share"], longest: row["longest"], class: row["class"],
      credited: row["credited"], credit: row["credit"], wire: row["wire"], differs: differs,
      changes: try decode([Change].self, row["changes"]), passages: passages, copy: row["copy_id"],
      source: row["source_id"])
  }
}
