import Archive
import Foundation
import GRDB
import News
import Prove

extension ArchiveQuery {
  /// Calls `body` with each version, in the order in which they were seen.
  public func versions(_ filter: ExportFilter, _ body: (ExportedVersion) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: Self.exported(filter), arguments: try Self.arguments(filter))
      while let row = try rows.next() { try body(ExportedVersion(row: row)) }
    }
  }

  /// Calls `body` with the WARC records of the versions; with `looks` also a revisit for each look that found the same.
  public func records(_ filter: ExportFilter, looks: Bool, at now: Instant, _ body: (ExportedRecord) throws -> Void)
    throws
  {
    let excerpt = Excerpt(folder: folder)
    try read { db in
      let first = try Row.fetchOne(db, sql: Self.exported(filter), arguments: try Self.arguments(filter))
      let began = Instant(first?["first_seen"]) ?? now
      try body(
        ExportedRecord(
          url: "", at: began, status: 0, mime: "", payload: "", title: "",
          bytes: try Excerpt.info(at: began, name: "banluu-export.warc.gz")))
      let rows = try Row.fetchCursor(db, sql: Self.exported(filter), arguments: try Self.arguments(filter))
      while let row = try rows.next() {
        guard let stored = try excerpt.stored(row) else { continue }
        var record = ExportedRecord(stored, title: row["title"])
        try Self.give(stored, title: row["title"], to: body)
        for further in try Self.furtherPages(db, row) {
          if let stored = try excerpt.stored(further) { try Self.give(stored, title: row["title"], to: body) }
        }
        guard looks else { continue }
        for at in try Self.looks(db, row) where at.milliseconds / 1000 > stored.at.milliseconds / 1000 {
          record.type = "revisit"
          record.at = at
          record.bytes = try Excerpt.revisit(of: stored, at: at)
          try body(record)
        }
      }
    }
  }

  private static func give(_ stored: Excerpt.Stored, title: String, to body: (ExportedRecord) throws -> Void) throws {
    var record = ExportedRecord(stored, title: title)
    try body(record)
    for request in stored.members.dropFirst() {
      record.type = nil
      record.bytes = request
      try body(record)
    }
  }

  /// The places of a version's pages after the first.
  private static func furtherPages(_ db: Database, _ row: Row) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT v.article, v.number, f.* FROM further_page f JOIN version v ON v.id = f.version WHERE f.version = ?
        ORDER BY f.page
        """, arguments: [row["id"] as Int64])
  }

  /// Looks that found a version unchanged, while it stood.
  private static func looks(_ db: Database, _ row: Row) throws -> [Instant] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT at FROM look WHERE article = ?1 AND at > ?2 AND outcome IN ('unchanged', 'live')
          AND at < coalesce((SELECT min(at) FROM (SELECT first_seen AS at FROM version WHERE article = ?1
            UNION ALL SELECT at FROM event WHERE article = ?1 AND (reverts IS NOT NULL OR kind = 'deleted')
          ) WHERE at > ?2), 9223372036854775807) ORDER BY at
        """, arguments: [row["article"] as Int64, row["first_seen"] as Int64]
    ).map(Instant.init(milliseconds:))
  }

  private static func exported(_ filter: ExportFilter) -> String {
    """
    SELECT v.*, t.title, t.summary, t.body, t.hash, a.url, a.outlet, a.external FROM version v
    JOIN text t ON t.id = v.text JOIN article a ON a.id = v.article WHERE \(filter.condition) ORDER BY v.id
    """
  }

  private static func arguments(_ filter: ExportFilter) throws -> StatementArguments {
    var arguments: StatementArguments = [:]
    if !filter.outlets.isEmpty {
      let names = String(decoding: try JSONEncoder().encode(filter.outlets), as: UTF8.self)
      arguments += ["outlets": names]
    }
    if let since = filter.since { arguments += ["since": since.milliseconds] }
    return arguments
  }

  /// The proofs of an article's versions that are signed by now, by version, with the signed head and its key.
  public func proofs(of article: Int64) throws -> (
    proofs: [(version: Int, text: String)], checkpoint: String, vkey: String
  ) {
    let desk = try LogDesk(folder: folder)
    let head = try desk.head()
    let entries = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT number, entry FROM version WHERE article = ? AND entry < ? ORDER BY number",
        arguments: [article, head.size]
      ).map { (version: $0["number"] as Int, entry: $0["entry"] as Int) }
    }
    return (
      try entries.map { ($0.version, try desk.proof(entry: $0.entry).text) }, head.checkpoint, head.vkey
    )
  }
}

extension ExportedRecord {
  fileprivate init(_ stored: Excerpt.Stored, title: String) {
    self.init(
      type: "response", url: stored.url, at: stored.at, status: stored.status, mime: stored.mime,
      payload: stored.payload, title: title, bytes: stored.members.first ?? [])
  }
}

extension ExportedVersion {
  fileprivate init(row: Row) {
    let seen = Instant(milliseconds: row["first_seen"]).rfc3339
    self.init(
      id: row["external"] ?? row["url"], outlet: row["outlet"], url: row["url"], version: row["number"],
      title: row["title"], summary: row["summary"], text: row["body"], author: row["author"],
      published: Instant(row["published"])?.rfc3339 ?? seen, firstSeen: seen, textSha256: row["hash"],
      payloadSha256: row["payload_sha256"], entry: row["entry"])
  }
}

/// Gzip for exported files.
public enum GzipFile {
  /// A gzip member of some bytes.
  public static func member(_ bytes: [UInt8]) throws -> [UInt8] { try GzipMember.compress(bytes) }
}
