import Detect
import GRDB
import News

/// Compares groups of imported articles with all before them, and hands them on to the writer in order.
actor ImportWorker {
  /// Groups that may wait for the writer: more than one step of the search index, or both sides wait in turn.
  private static let mostWaiting = 16

  private let archive: NewsArchive
  private let now: Instant
  private let decide: @Sendable (Prior, Look) -> Decision
  private let reader: DatabaseQueue
  private let detector: CopyDetector
  private var tally = ImportTally()
  private var waiting: [(task: Task<[Receipt], any Error>, lines: [(id: String, hash: String)])] = []
  /// Ids and words that the reader may not yet see.
  private var idsInFlight: Set<String> = []
  private var wordsInFlight: Set<String> = []
  /// The numbers that the next version and the next text get.
  private var next: (version: Int64, text: Int64)?
  private let textLines: RowLines
  /// The names of each outlet met so far; an import does not change them.
  private var names: [String: [String]] = [:]

  init(archive: NewsArchive, at now: Instant, deciding decide: @escaping @Sendable (Prior, Look) -> Decision) throws {
    self.archive = archive
    self.now = now
    self.decide = decide
    reader = try ArchiveDatabase.openReader(folder: archive.folder)
    textLines = try reader.read { db in try RowLines("text", "", db) }
    // Texts the reader may not yet see must be remembered.
    detector = CopyDetector(folder: archive.folder, remembering: 2 * ImportSession.groupSize * Self.mostWaiting)
  }

  /// Compares a group and hands it on; waits only where the writer lags far behind.
  func take(_ group: [NewsArchive.Imported]) async throws {
    var rest = group[...]
    while !rest.isEmpty {
      let (new, count) = try newLines(rest)
      if count > 0 {
        rest = rest.dropFirst(count)
        try await enqueue(new)
        continue
      }
      // Known ids are rare, and settled one by one in the writer, after all that came before them.
      try await drain()
      let known = try rest.prefix(while: { try isKnown($0) })
      rest = rest.dropFirst(known.count)
      for receipt in try await archive.commit(imported: Array(known), at: now, deciding: decide) {
        tally.count(receipt)
      }
      next = nil
    }
  }

  /// Waits until all is durable, and brings the search index up to it.
  func finish() async throws -> ImportTally {
    try await drain()
    try await archive.catchUpSearch()
    return tally
  }

  private func enqueue(_ new: NewsArchive.ImportedGroup) async throws {
    let previous = waiting.last?.task
    let task = Task.detached { [archive, textLines, now, decide] in
      let record = try TextsRecord(of: new, textLines, at: now)
      _ = try await previous?.value
      return try await archive.commit(new, texts: record, at: now, deciding: decide)
    }
    waiting.append((task, new.lines.map { ($0.id, $0.seen.hash) }))
    while waiting.count > Self.mostWaiting { try await settleOldest() }
  }

  private func settleOldest() async throws {
    guard let oldest = waiting.first else { return }
    for receipt in try await oldest.task.value { tally.count(receipt) }
    for line in oldest.lines {
      idsInFlight.remove(line.id)
      wordsInFlight.remove(line.hash)
    }
    waiting.removeFirst()
  }

  private func drain() async throws { while !waiting.isEmpty { try await settleOldest() } }

  private func isKnown(_ line: NewsArchive.Imported) throws -> Bool {
    try reader.read { db in try Self.isKnown(line, in: db) }
  }

  private static func isKnown(_ line: NewsArchive.Imported, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM article WHERE external = ?"), arguments: [line.id]) ?? false
  }

  /// The leading lines that are new, compared with all before them.
  private func newLines(_ lines: ArraySlice<NewsArchive.Imported>) throws -> (NewsArchive.ImportedGroup, Int) {
    try reader.read { db in
      var new: [NewsArchive.Imported] = []
      for line in lines {
        if idsInFlight.contains(line.id) { break }
        if try Self.isKnown(line, in: db) { break }
        idsInFlight.insert(line.id)
        new.append(line)
      }
      guard !new.isEmpty else { return (.init(lines: [], found: [], first: 0, postings: [], texts: []), 0) }
      let (first, firstText) = try next ?? (Self.next("version", db), Self.next("text", db))
      let newcomers = try new.enumerated().map { i, line in
        Newcomer(
          versions: [try party(line, version: first + Int64(i), in: db)], postings: line.postings)
      }
      let (found, run) = try detector.detect(newcomers, in: db)
      let texts = try numbers(of: new, from: firstText, in: db)
      next = (first + Int64(new.count), (texts.lazy.compactMap(\.self).last ?? firstText - 1) + 1)
      return (
        .init(lines: new, found: found, first: first, postings: PostingBytes.blob(of: run), texts: texts), new.count
      )
    }
  }

  private static func next(_ table: String, _ db: Database) throws -> Int64 {
    (try Int64.fetchOne(db, sql: "SELECT max(id) FROM \"\(table)\"") ?? 0) + 1
  }

  /// The numbers that the words of each line will have, where they are new.
  private func numbers(of lines: [NewsArchive.Imported], from first: Int64, in db: Database) throws -> [Int64?] {
    let known = try db.cachedStatement(sql: "SELECT 1 FROM text WHERE hash = ?")
    var number = first
    return try lines.map { line in
      guard wordsInFlight.insert(line.seen.hash).inserted,
        try Bool.fetchOne(known, arguments: [line.seen.hash]) == nil
      else { return nil }
      defer { number += 1 }
      return number
    }
  }

  private func party(_ line: NewsArchive.Imported, version: Int64, in db: Database) throws -> CopyParty {
    return CopyParty(
      outlet: line.outlet, names: try names(of: line.outlet, in: db), firstSeen: now,
      published: line.seen.published, imported: true, interval: .zero, version: version, author: line.seen.author,
      text: line.seen.text, syllables: line.syllables)
  }

  private func names(of outlet: String, in db: Database) throws -> [String] {
    if let known = names[outlet] { return known }
    let lines = try String.fetchOne(db, sql: "SELECT names FROM outlet WHERE id = ?", arguments: [outlet])
    let read = CopyParty.names(lines)
    names[outlet] = read
    return read
  }
}
