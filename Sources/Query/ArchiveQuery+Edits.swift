import Archive
import GRDB
import News

extension ArchiveQuery {
  /// Events, oldest first.
  public func edits(_ filter: EventFilter) throws -> [EventReport] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT e.*, a.url, a.outlet, o.url AS other_url, b.title AS title_before, t.title AS title_after,
            t.summary || char(10) || t.body AS words, vb.published AS published_before
          FROM event e JOIN article a ON a.id = e.article LEFT JOIN article o ON o.id = e.other
          LEFT JOIN version vb ON vb.article = e.article AND vb.number = e.from_version
          LEFT JOIN text b ON b.id = vb.text
          LEFT JOIN version va ON va.article = e.article AND va.number = coalesce(e.to_version, a.version)
          LEFT JOIN text t ON t.id = va.text
          WHERE (?1 OR e.withdrawn_at IS NULL) AND e.severity >= ?2 AND (?3 IS NULL OR e.at >= ?3)
            AND (?4 IS NULL OR e.article = ?4)
          ORDER BY e.at, e.id
          """,
        arguments: [filter.all, filter.minSeverity.rawValue, filter.since?.milliseconds, filter.article]
      ).compactMap { row in try Self.report(row, filter) }
    }
  }

  private static func report(_ row: Row, _ filter: EventFilter) throws -> EventReport? {
    let kind: String = row["kind"]
    let outlet: String = row["outlet"]
    let classes = try decode([ChangeClass].self, row["classes"])
    let disclosed: String? = row["disclosed"]
    guard filter.kinds.isEmpty || filter.kinds.contains(kind),
      filter.outlets.isEmpty || filter.outlets.contains(outlet),
      filter.classes.isEmpty || !classes.allSatisfy({ !filter.classes.contains($0) }),
      !filter.silentOnly || disclosed == "silent"
    else { return nil }
    let words = SearchText.bare(
      [row["title_after"] as String?, row["words"]].compactMap { $0 }.joined(separator: "\n"))
    guard filter.match.isEmpty || filter.match.contains(where: { words.contains(SearchText.bare($0)) }) else {
      return nil
    }
    return EventReport(
      eventId: row["id"], event: kind, url: row["url"], outlet: outlet, article: row["article"],
      at: Instant(milliseconds: row["at"]).rfc3339, severity: "S\(row["severity"] as Int)", classes: classes,
      disclosed: disclosed, confirmed: (row["confirmed_at"] as Int64?) != nil,
      withdrawn: (row["withdrawn_at"] as Int64?) != nil ? true : nil, reverts: row["reverts"],
      titleBefore: row["title_before"], titleAfter: row["title_after"],
      publishedBefore: Instant(row["published_before"])?.rfc3339, changes: try decode([Change].self, row["changes"]),
      otherUrl: row["other_url"], detail: (row["detail"] as String).isEmpty ? nil : row["detail"])
  }
}
