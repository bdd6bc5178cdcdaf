import GRDB
import News

extension NewsArchive {
  /// What was learned to be an outlet's furniture.
  public func furniture(of outlet: String) throws -> Set<FurnitureMark> {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT kind, text FROM furniture WHERE outlet = ?", arguments: [outlet])
      return Set(rows.compactMap { row in FurnitureMark.Kind(rawValue: row["kind"]).map { .init($0, row["text"]) } })
    }
  }

  /// Learns more of an outlet's furniture.
  public func learn(_ marks: Set<FurnitureMark>, of outlet: String, at now: Instant) throws {
    guard !marks.isEmpty else { return }
    try transaction { db in
      for mark in marks {
        try db.execute(
          sql: "INSERT OR IGNORE INTO furniture(outlet, kind, text, learned_at) VALUES (?, ?, ?, ?)",
          arguments: [outlet, mark.kind.rawValue, mark.text, now.milliseconds])
      }
    }
  }

  /// In how many other texts of an outlet a paragraph stands now, counted up to `enough` among the newest ones.
  public func holders(of paragraph: String, outlet: String, besides article: Int64, enough: Int) throws -> Int {
    try read { db in
      let sql = """
        SELECT count(*) FROM (SELECT DISTINCT t.id FROM (SELECT id, version FROM article
            WHERE outlet = ?1 AND id <> ?2 AND merged_into IS NULL ORDER BY id DESC LIMIT 2000) a
          JOIN version v ON v.article = a.id AND v.number = a.version JOIN text t ON t.id = v.text
          WHERE instr(char(10) || t.body || char(10), char(10) || ?3 || char(10)) > 0 LIMIT ?4)
        """
      return try Int.fetchOne(db, sql: sql, arguments: [outlet, article, paragraph, enough]) ?? 0
    }
  }
}
