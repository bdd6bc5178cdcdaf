import Detect
import Foundation
import GRDB
import News

extension NewsArchive {
  /// One imported article, its words already canonical.
  public struct Imported: Sendable {
    public var id: String
    public var outlet: String
    public var url: String
    public var keys: [String]
    public var seen: PageSeen
    let syllables: SyllableText
    let postings: [Posting]

    /// Computes what needs no archive: the hash, the syllables, the fingerprints.
    public init(id: String, outlet: String, url: String, keys: [String], seen: PageSeen) {
      self.id = id
      self.outlet = outlet
      self.url = url
      self.keys = keys
      self.seen = seen
      self.seen.knownHash = seen.text.hash
      syllables = SyllableText(seen.text.whole)
      postings = Winnowing.postings(syllables)
    }
  }

  /// A group of new articles with what was found out about them, the first to be the version `first`.
  struct ImportedGroup: Sendable {
    var lines: [Imported]
    var found: [Detected]
    var first: Int64
    var postings: [UInt8]
    /// The numbers of those words that are new to the archive.
    var texts: [Int64?]
  }

  /// An imported article that was inserted just now, and what was found out about it beforehand.
  struct Fresh {
    var line: Imported
    var found: Detected
    /// The number its words get, which are new and in WARC.
    var text: Int64?
  }

  /// Imports a batch in one commit; the same line twice adds nothing, the same id with other words is a version.
  public func commit(
    imported lines: [Imported], at now: Instant, deciding decide: @Sendable (Prior, Look) -> Decision
  ) throws -> [Receipt] {
    do {
      let receipts = try transaction { db in
        try lines.compactMap { line -> Receipt? in
          let id = try importedArticle(line, at: now, in: db)
          guard try !Withholding.holds(id, in: db), let prior = try Prior.fetch(db, article: id) else { return nil }
          if prior.versions.contains(where: { $0.hash == line.seen.hash }) { return nil }
          let look = Look(article: id, at: now, outcome: .live(line.seen))
          return try apply(decide(prior, look), prior: prior, in: db)
        }
      }
      try settleImports()
      return receipts
    } catch {
      detector.reset()
      throw error
    }
  }

  /// Imports a group of articles that are new, detected beforehand, in one commit.
  ///
  /// `texts`: the record of their words.
  func commit(
    _ group: ImportedGroup, texts record: TextsRecord, at now: Instant,
    deciding decide: @Sendable (Prior, Look) -> Decision
  ) throws -> [Receipt] {
    let receipts = try transaction { db in
      let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM version"))
      guard last == group.first - 1 else {
        throw ArchiveError(.locked, "\(folder) was written by another process during the import; run it again")
      }
      let isRecorded = try take(record, of: group, in: db)
      var outlets: Set<String> = []
      let receipts = try group.lines.indices.map { at in
        let line = group.lines[at]
        if outlets.insert(line.outlet).inserted { try addOutlet(line.outlet, in: db) }
        let id = try insertImported(line, at: now, in: db)
        let prior = Prior.unseen(article: id)
        let look = Look(article: id, at: now, outcome: .live(line.seen))
        let fresh = Fresh(line: line, found: group.found[at], text: isRecorded ? group.texts[at] : nil)
        return try apply(decide(prior, look), prior: prior, fresh: fresh, in: db)
      }
      try CopyIndex.file(
        group.postings, documents: group.lines.count, last: UInt32(group.first) + UInt32(group.lines.count) - 1, in: db)
      return receipts
    }
    try settleImports()
    return receipts
  }

  /// Puts the record of a group's words into WARC; false where another process took one of their numbers meanwhile, so
  /// that they are to be recorded as any words are.
  private func take(_ record: TextsRecord, of group: ImportedGroup, in db: Database) throws -> Bool {
    guard let first = group.texts.lazy.compactMap(\.self).first else { return true }
    let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM text"))
    guard let last, last < first else { return false }
    try warc.append(member: record.member)
    return true
  }

  /// The search index follows in steps, and the postings become segments.
  func settleImports() throws {
    if try read(SearchIndex.isDue) { try catchUpSearch() }
    try settlePostings()
  }

  /// Brings the search index up to the last version.
  public func catchUpSearch() throws {
    while try transaction({ db in try SearchIndex.fill(db, atMost: SearchIndex.step) }) > 0 {}
  }

  /// Makes the search index anew from the texts.
  public func rebuildSearch() throws { try transaction { db in try SearchIndex.rebuild(db) } }

  private func importedArticle(_ line: Imported, at now: Instant, in db: Database) throws -> Int64 {
    let known = "SELECT id FROM article WHERE external = ?"
    if let id = try Int64.fetchOne(db.cachedStatement(sql: known), arguments: [line.id]) { return id }
    try addOutlet(line.outlet, in: db)
    return try insertImported(line, at: now, in: db)
  }

  private func addOutlet(_ id: String, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO outlet(id, name, kind) VALUES (?1, ?1, 'other') ON CONFLICT DO NOTHING")
      .execute(arguments: [id])
  }

  private func insertImported(_ line: Imported, at now: Instant, in db: Database) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO article(outlet, url, external, imported, state, first_seen, published)
        VALUES (?, ?, ?, 1, 'awaiting', ?, ?)
        """
    ).execute(arguments: [line.outlet, line.url, line.id, now.milliseconds, line.seen.published?.milliseconds])
    let id = db.lastInsertedRowID
    try addAliases(line.keys, article: id, in: db)
    return id
  }
}

extension Prior {
  /// An article that has nothing yet.
  static func unseen(article: Int64) -> Prior {
    Prior(
      article: article, state: .awaiting, versions: [], current: 0, text: nil, pending: nil, goneSince: nil,
      goneHow: nil, step: 0, isGrave: false)
  }
}
