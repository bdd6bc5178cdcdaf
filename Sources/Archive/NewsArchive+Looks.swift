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
    public var entryTitle: String
    public var entrySummary: String
    public var entryPublished: Instant?
  }
  /// Which articles are looked at again in a round.
  public enum Recheck: String, Sendable, CaseIterable { case due, all, none }

  /// Articles to look at: those awaiting their first page, those named, and those the recheck asks for.
  public func errands(_ recheck: Recheck, named: [Int64], outlets: [String], at now: Instant) throws -> [Errand] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.* FROM article a JOIN outlet o ON o.id = a.outlet
          WHERE a.imported = 0 AND o.retired = 0 AND (a.state = 'awaiting' OR ?1 = 'all'
            OR (?1 = 'due' AND a.next_look <= ?2)) ORDER BY a.id
          """, arguments: [recheck.rawValue, now.milliseconds])
      var seen = Set(rows.map { $0["id"] as Int64 })
      let more = try named.filter { seen.insert($0).inserted }.compactMap {
        try Row.fetchOne(db, sql: "SELECT * FROM article WHERE id = ?", arguments: [$0])
      }
      return (rows + more).map(Errand.init(row:)).filter { outlets.contains($0.outlet) }
    }
  }
}

extension NewsArchive.Errand {
  fileprivate init(row: Row) {
    article = row["id"]
    outlet = row["outlet"]
    url = row["url"]
    etag = row["etag"]
    lastModified = row["last_modified"]
    entryTitle = row["entry_title"]
    entrySummary = row["entry_summary"]
    entryPublished = Instant(row["published"])
  }
}
