import Detect
import GRDB
import News

/// Compares groups of imported articles with all before them, and hands them on to the writer in order.
actor ImportWorker {
  /// Groups that may wait for the writer: more than one step of the search index, or both sides wait in turn.
  private static let mostWaiting = 6

  /// What is kept of an article on its way: its id, and the hash of its words where they are new.
  private typealias Line = (id: String, words: String?)

  private let archive: NewsArchive
  private let now: Instant
  private let decide: @Sendable (Prior, Look) -> Decision
  private let reader: DatabaseQueue
  private let detector: CopyDetector
  private var tally = ImportTally()
  private var waiting: [(task: Task<(copies: Int, fits: Bool), any Error>, lines: [Line])] = []
  /// Ids and words that the reader may not yet see.
  private var idsInFlight: Set<String> = []
  private var wordsInFlight: [String: Int64] = [:]
  /// The numbers that the next rows get.
  private var next: ImportedGroup.Numbers?
  /// Whether another process took some of them.
  private var isShifted = false
  private let forms: ImportForms
  private var filing: Task<Void, any Error>?
  private var isFiling = false
  /// The names of each outlet met so far; an import does not change them.
  private var names: [String: [String]] = [:]

  init(archive: NewsArchive, at now: Instant, deciding decide: @escaping @Sendable (Prior, Look) -> Decision) throws {
    self.archive = archive
    self.now = now
    self.decide = decide
    reader = try ArchiveDatabase.openReader(folder: archive.folder)
    forms = try reader.read { db in try ImportForms(db) }
    // Texts the reader may not yet see must be remembered.
    detector = CopyDetector(folder: archive.folder, remembering: 2 * ImportSession.groupSize * Self.mostWaiting)
  }

  /// Compares a group and hands it on; waits only where the writer lags far behind.
  func take(_ group: [NewsArchive.Imported]) async throws {
    var rest = group[...]
    while !rest.isEmpty {
      if isShifted {
        try await drain()
        (next, isShifted) = (nil, false)
      }
      if let group = try newGroup(rest) {
        rest = rest.dropFirst(group.lines.count)
        try await enqueue(group)
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
    try await filing?.value
    return tally
  }

  private func enqueue(_ group: ImportedGroup) async throws {
    let previous = waiting.last?.task
    let task = Task.detached { [archive, forms, now, decide] in
      let draft = try ImportDraft(of: group, forms, at: now, deciding: decide)
      _ = try await previous?.value
      return try await archive.commit(group, draft, at: now, deciding: decide)
    }
    let lines = zip(group.lines, group.words).map { line, words in
      (line.id, words.areNew ? line.seen.hash : nil)
    }
    waiting.append((task, lines))
    while waiting.count > Self.mostWaiting { try await settleOldest() }
  }

  private func settleOldest() async throws {
    guard let (task, lines) = waiting.first else { return }
    let made = try await task.value
    tally.count(new: lines.count, copies: made.copies)
    if !made.fits { isShifted = true }
    for line in lines {
      idsInFlight.remove(line.id)
      if let words = line.words { wordsInFlight[words] = nil }
    }
    waiting.removeFirst()
    if !isFiling, try await reader.read(CopyIndex.isFlushDue) { try await startFiling() }
  }

  /// Makes segments of the postings beside the writer, which only lists them.
  private func startFiling() async throws {
    try await filing?.value
    isFiling = true
    filing = Task {
      defer { isFiling = false }
      try await Self.file(in: archive)
    }
  }

  private static func file(in archive: NewsArchive) async throws {
    let reader = try ArchiveDatabase.openReader(folder: archive.folder)
    while let segment = try CopyIndex.nextSegment(folder: archive.folder, read: reader) {
      try await archive.list(segment)
    }
  }

  private func drain() async throws { while !waiting.isEmpty { try await settleOldest() } }

  private func isKnown(_ line: NewsArchive.Imported) throws -> Bool {
    try reader.read { db in try Self.isKnown(line, in: db) }
  }

  private static func isKnown(_ line: NewsArchive.Imported, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM article WHERE external = ?"), arguments: [line.id]) ?? false
  }

  /// The leading lines that are new, compared with all before them; nil where the first is known.
  private func newGroup(_ lines: ArraySlice<NewsArchive.Imported>) throws -> ImportedGroup? {
    try CopyIndexChanged.retrying { try reader.read { db in try newGroup(lines, in: db) } }
  }

  private func newGroup(_ lines: ArraySlice<NewsArchive.Imported>, in db: Database) throws -> ImportedGroup? {
    // Before anything is noted: it may have to be asked again.
    try detector.refresh(db)
    let new = try leadingNew(lines, in: db)
    if new.isEmpty { return nil }
    let numbers = try next ?? ImportedGroup.Numbers(db)
    let words = try number(new, from: numbers.text, in: db)
    next = numbers.after(words)
    let newcomers = try new.enumerated().map { i, line in
      Newcomer(versions: [try party(line, version: numbers.version + Int64(i), in: db)], postings: line.postings)
    }
    let (found, run) = try detector.detect(newcomers, in: db)
    return ImportedGroup(
      lines: Array(new), found: found, postings: PostingBytes.blob(of: run), numbers: numbers, words: words)
  }

  /// The lines before the first whose id is known or on its way; theirs are on their way from now on.
  private func leadingNew(
    _ lines: ArraySlice<NewsArchive.Imported>, in db: Database
  ) throws -> ArraySlice<NewsArchive.Imported> {
    var end = lines.startIndex
    while end < lines.endIndex, !idsInFlight.contains(lines[end].id), try !Self.isKnown(lines[end], in: db) {
      idsInFlight.insert(lines[end].id)
      end += 1
    }
    return lines[..<end]
  }

  /// The numbers of the words of new lines.
  private func number(
    _ lines: ArraySlice<NewsArchive.Imported>, from first: Int64, in db: Database
  ) throws -> [ImportedGroup.WordsNumber] {
    let stored = try db.cachedStatement(sql: "SELECT id FROM text WHERE hash = ?")
    let words = try ImportedGroup.WordsNumber.of(lines, from: first) { hash in
      try wordsInFlight[hash] ?? Int64.fetchOne(stored, arguments: [hash])
    }
    for (line, words) in zip(lines, words) where words.areNew { wordsInFlight[line.seen.hash] = words.number }
    return words
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
