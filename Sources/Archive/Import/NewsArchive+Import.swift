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

  /// Steps of the search index after which an import begins the write-ahead log anew.
  private static let stepsOfLog = 2

  /// Imports a batch in one commit; the same line twice adds nothing, the same id with other words is a version.
  public func commit(
    imported lines: [Imported], at now: Instant, deciding decide: @Sendable (Prior, Look) -> Decision
  ) throws -> [Receipt] {
    try detecting {
      let receipts = try transaction { db in
        try lines.compactMap { line -> Receipt? in
          let id = try importedArticle(line, at: now, in: db)
          guard try !Withholding.holds(id, in: db), let prior = try Prior.fetch(db, article: id) else { return nil }
          if prior.versions.contains(where: { $0.hash == line.seen.hash }) { return nil }
          let look = Look(article: id, at: now, outcome: .live(line.seen))
          return try apply(decide(prior, look), prior: prior, in: db)
        }
      }
      try settleSearch()
      return receipts
    }
  }

  /// Imports a group of articles that are new, detected beforehand, in one commit; gives how many pairs it made, and
  /// whether they got the numbers they were to have.
  ///
  /// `draft`: among it their rows, made again where another process took numbers of theirs meanwhile.
  func commit(
    _ group: ImportedGroup, _ draft: ImportDraft, at now: Instant,
    deciding decide: @Sendable (Prior, Look) -> Decision
  ) throws -> (copies: Int, fits: Bool) {
    let made = try journaled { db, journal in
      var group = group
      let numbers = try ImportedGroup.Numbers(db)
      guard numbers.version == group.numbers.version else {
        throw ArchiveError(.locked, "\(folder) was written by another process during the import; run it again")
      }
      try group.take(numbers, in: db)
      let fits = draft.rows.numbers == numbers
      let rows = fits ? draft.rows : try draft.rows.again(of: group, at: now, deciding: decide)
      for outlet in Set(group.lines.map(\.outlet)) { try addOutlet(outlet, in: db) }
      try warc.append(member: rows.record)
      try rows.insert(db)
      journal.note(recorded: group.articles)
      for (article, line) in zip(group.articles, group.lines) { try addAliases(line.keys, article: article, in: db) }
      try CopyIndex.file(
        group.postings, documents: group.lines.count, last: UInt32(group.versions.upperBound), in: db)
      let copies = try draft.findings.count { try record($0, at: now, in: db) }
      return (copies, fits)
    }
    unsearched.append(draft.words)
    try settleSearch()
    return made
  }

  /// The search index follows in steps, and after some of them the write-ahead log begins anew.
  func settleSearch() throws {
    guard try read(SearchIndex.isDue) else { return }
    try catchUpSearch()
    steps += 1
    if steps % Self.stepsOfLog == 0 { database.inDatabase(ArchiveDatabase.restartLog) }
  }

  /// Brings the search index up to the last version.
  public func catchUpSearch() throws {
    let words = unsearched
    unsearched = []
    try transaction { db in try SearchIndex.add(words, in: db) }
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
