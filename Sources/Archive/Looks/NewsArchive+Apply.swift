import Foundation
import GRDB
import News
import Prove

extension NewsArchive {
  /// Writes one decision inside the batch's transaction.
  func apply(_ decision: Decision, prior: Prior, in db: Database) throws -> Receipt {
    let look = decision.look
    var current = prior.current
    var made: Int64?
    switch decision.words {
    case .same: break
    case .back(let number): current = number
    case .new(let seen):
      current = (prior.versions.last?.number ?? 0) + 1
      made = try insertVersion(seen, number: current, previous: prior.current, look: look, in: db)
    }
    if !look.isImport {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO look(article, at, outcome) VALUES (?, ?, ?)")
        .execute(arguments: [look.article, look.at.milliseconds, look.outcome.name])
    }
    var pending = decision.keepsPending ? prior.pending?.event : nil
    for event in decision.events {
      let id = try insertEvent(event, article: look.article, at: look.at, in: db)
      if !event.confirmed { pending = id }
    }
    try settle(decision, in: db)
    try db.cachedStatement(
      sql: """
        UPDATE article SET state = ?, version = ?, etag = ?, last_modified = ?, looked_at = ?, next_look = ?,
          step = ?, grave = grave OR ?, pending = ?, gone_since = ?, gone_how = ? WHERE id = ?
        """
    ).execute(
      arguments: [
        decision.state.rawValue, current, look.etag, look.lastModified, look.at.milliseconds,
        decision.nextLook.milliseconds, decision.step, decision.events.contains { $0.severity >= .s4 }, pending,
        decision.goneSince?.milliseconds, decision.goneHow,
        look.article,
      ])
    let found = try followCopies(decision, prior: prior, version: made, in: db)
    return Receipt(
      article: look.article, newVersion: made != nil, firstVersion: made != nil && prior.versions.isEmpty,
      events: decision.events.map(\.kind), copies: found.copies, stale: found.stale)
  }

  private func insertVersion(
    _ seen: PageSeen, number: Int, previous: Int, look: Look, in db: Database
  ) throws -> Int64 {
    let place = try look.exchange.map { try warc.append($0, at: look.at) }
    let further = try look.furtherExchanges.map { try warc.append($0, at: look.at) }
    let text = try insertText(seen.text, hash: seen.hash, in: db)
    let before = previous == 0 ? nil : previous
    let places = [place].compactMap { $0 } + further
    let names = try storedNames(of: look.article, in: db)
    let entry = try log(seen, number: number, previous: before, look: look, places: places, names: names, in: db)
    try db.cachedStatement(
      sql: """
        INSERT INTO version(article, number, text, origin, first_seen, published, modified, author, payload_sha256,
          segment, offset, length, status, previous, extractor, entry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        look.article, number, text, seen.origin.rawValue, look.at.milliseconds, seen.published?.milliseconds,
        seen.modified?.milliseconds, seen.author, place?.payloadDigest, place?.segment, place?.offset, place?.length,
        look.exchange?.status, before, seen.reader, entry,
      ])
    let version = db.lastInsertedRowID
    try insertFurther(further, of: version, in: db)
    if let published = seen.published {
      try db.cachedStatement(sql: "UPDATE article SET published = ? WHERE id = ? AND published IS NULL")
        .execute(arguments: [published.milliseconds, look.article])
    }
    try addAliases(seen.aliases, article: look.article, in: db)
    return version
  }

  /// Writes where the pages after the first stand.
  private func insertFurther(_ places: [WARCWriter.Place], of version: Int64, in db: Database) throws {
    for (index, place) in places.enumerated() {
      try db.execute(
        sql:
          "INSERT INTO further_page(version, page, segment, offset, length, payload_sha256) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [version, index + 2, place.segment, place.offset, place.length, place.payloadDigest])
    }
  }

  /// Adds the entry of a version that is about to be written, from the values it is written with.
  private func log(
    _ seen: PageSeen, number: Int, previous: Int?, look: Look, places: [WARCWriter.Place],
    names: (url: String, outlet: String, external: String?), in db: Database
  ) throws -> Int64 {
    let version = LoggedVersion(
      url: names.url, outlet: names.outlet, external: names.external, number: number, previous: previous,
      firstSeen: look.at,
      origin: seen.origin.rawValue, status: look.exchange?.status, payload: places.first?.payloadDigest,
      further: places.dropFirst().map(\.payloadDigest), text: seen.hash,
      published: seen.published, modified: seen.modified, author: seen.author, extractor: seen.reader)
    return try LogBook.add(.version, LogRecord(version), at: look.at, in: db)
  }

  private func storedNames(of id: Int64, in db: Database) throws -> (url: String, outlet: String, external: String?) {
    let article = try db.cachedStatement(sql: "SELECT url, outlet, external FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(article, arguments: [id]) else {
      throw ArchiveError(.missing, "article \(id) is not in the archive any more")
    }
    return (row[0], row[1], row[2])
  }

  /// Words are stored once, whoever says them.
  private func insertText(_ words: ArticleText, hash: String, in db: Database) throws -> Int64? {
    try db.cachedStatement(
      sql: "INSERT INTO text(hash, title, summary, body) VALUES (?, ?, ?, ?) ON CONFLICT(hash) DO NOTHING"
    ).execute(arguments: [hash, words.title, words.summary, words.body])
    if db.changesCount > 0 { return db.lastInsertedRowID }
    return try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM text WHERE hash = ?"), arguments: [hash])
  }

  /// `lists`: the event's classes and changes as JSON, where they were made before.
  func insertEvent(
    _ event: Decision.Event, article: Int64, at: Instant, other: Int64? = nil,
    lists: (classes: String, changes: String)? = nil, in db: Database
  ) throws -> Int64 {
    let lists = try lists ?? (json(event.classes), json(event.changes))
    try db.cachedStatement(
      sql: """
        INSERT INTO event(kind, article, at, severity, classes, disclosed, confirmed_at, from_version, to_version,
          reverts, changes, other, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        event.kind, article, at.milliseconds, event.severity.rawValue, lists.classes, event.disclosed,
        event.confirmed ? at.milliseconds : nil, event.from, event.to, event.reverts, lists.changes, other,
        event.detail,
      ])
    let id = db.lastInsertedRowID
    if event.confirmed, LogBook.logs(event.kind) { try LogBook.log(event: id, at: at, in: db) }
    return id
  }

  private func settle(_ decision: Decision, in db: Database) throws {
    let at = decision.look.at.milliseconds
    for id in decision.confirms {
      try db.execute(sql: "UPDATE event SET confirmed_at = ? WHERE id = ?", arguments: [at, id])
      try LogBook.log(event: id, at: decision.look.at, in: db)
    }
    for id in decision.withdraws {
      try db.execute(sql: "UPDATE event SET withdrawn_at = ? WHERE id = ?", arguments: [at, id])
    }
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  /// A list as JSON; most are empty.
  func json(_ values: some Collection & Encodable) throws -> String {
    values.isEmpty ? "[]" : String(decoding: try Self.encoder.encode(values), as: UTF8.self)
  }
}
