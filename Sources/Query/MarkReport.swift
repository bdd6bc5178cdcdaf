import Archive
import GRDB
import News

/// A mark as `marks` lists it.
public struct MarkReport: Encodable, Sendable {
  /// The mark's number in the archive.
  public var mark: Int64
  /// `disputed`, `false` or `corrected`.
  public var kind: String
  /// The marked article's address.
  public var url: String
  /// Its outlet.
  public var outlet: String
  /// The headline of the version that was marked.
  public var title: String
  /// The number of that version.
  public var version: Int
  /// Why.
  public var reason: String
  /// Where the reason can be looked up.
  public var source: String
  /// The words it is about; nil: the whole article.
  public var passage: String?
  /// Who put it.
  public var by: String?
  /// When.
  public var at: String
  /// Copies that were told of so far.
  public var copies: Int
  /// When it was withdrawn.
  public var withdrawnAt: String?
  /// Why it was.
  public var withdrawnReason: String?
}

extension ArchiveQuery {
  /// Marks, oldest first, on one article or on all; `all` adds those that were withdrawn.
  public func marks(on article: Int64? = nil, all: Bool = false) throws -> [MarkReport] {
    try read { db in try Self.marks(db, on: article, all: all) }
  }

  static func marks(_ db: Database, on article: Int64?, all: Bool) throws -> [MarkReport] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT m.*, a.url, a.outlet, t.title, w.at AS withdrawn_at, w.reason AS withdrawn_reason,
            (SELECT count(*) FROM event e WHERE e.kind = 'marked' AND e.other = m.article
              AND e.detail LIKE 'mark ' || m.id || ',%') AS copies
          FROM mark m JOIN article a ON a.id = m.article
          LEFT JOIN version v ON v.article = m.article AND v.number = m.version LEFT JOIN text t ON t.id = v.text
          LEFT JOIN mark w ON w.withdraws = m.id
          WHERE m.withdraws IS NULL AND (?1 IS NULL OR m.article = ?1) AND (?2 OR w.id IS NULL) ORDER BY m.id
          """), arguments: [article, all]
    ).map { row in
      MarkReport(
        mark: row["id"], kind: row["kind"], url: row["url"], outlet: row["outlet"], title: row["title"] ?? "",
        version: row["version"], reason: row["reason"], source: row["source"] ?? "", passage: row["passage"],
        by: row["made_by"], at: Instant(milliseconds: row["at"]).rfc3339, copies: row["copies"],
        withdrawnAt: Instant(row["withdrawn_at"])?.rfc3339, withdrawnReason: row["withdrawn_reason"])
    }
  }
}
