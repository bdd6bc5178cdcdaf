import GRDB
import News

/// Why two articles of an outlet were taken for one, and when.
struct Merge {
  /// What made them one.
  enum Reason: String {
    case redirect
    case sameWords = "same-words"
  }

  let reason: Reason
  let at: Instant

  init(_ reason: Reason, at: Instant) {
    self.reason = reason
    self.at = at
  }

  /// Notes what both are before the one is taken up into the other.
  func record(_ absorbed: Int64, into kept: Int64, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO merge(kept, absorbed, at, why, keys, state, external, fetch_url)
        SELECT ?1, a.id, ?3, ?4, (SELECT json_group_array(key) FROM alias WHERE article = a.id), a.state, a.external,
          (SELECT fetch_url FROM article WHERE id = ?1)
        FROM article a WHERE a.id = ?2
        """, arguments: [kept, absorbed, at.milliseconds, reason.rawValue])
  }

  /// Whether a person has parted two articles; they are never merged again.
  static func isParted(_ a: Int64, _ b: Int64, in db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT \(parted("?1", "?2"))", arguments: [a, b]) ?? false
  }

  /// The same as a condition between two SQL expressions.
  static func parted(_ a: String, _ b: String) -> String {
    """
    EXISTS (SELECT 1 FROM merge m WHERE m.undone_at IS NOT NULL
      AND ((m.kept = \(a) AND m.absorbed = \(b)) OR (m.kept = \(b) AND m.absorbed = \(a))))
    """
  }
}
