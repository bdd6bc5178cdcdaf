import Foundation
import GRDB
import News
import Testing

@testable import Archive

@Suite struct ImportSessionTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let folder = NSTemporaryDirectory() + "banluu-import-\(UUID().uuidString)"

  private static let story = """
    Chiều nay, hợp tác xã chè Nậm Suông đã đưa vào vận hành xưởng sao chè mới rộng bốn trăm mét vuông, do mười hai hộ \
    dân góp vốn dựng nên sau hai vụ được mùa liên tiếp, giúp bà con không phải bán chè tươi cho thương lái với giá thấp.
    """

  private func line(_ id: Int, _ text: String, outlet: String) -> NewsArchive.Imported {
    NewsArchive.Imported(
      id: "\(id)", outlet: outlet, url: "https://\(outlet).example/\(id)", keys: ["url:\(outlet).example/\(id)"],
      seen: PageSeen(
        text: ArticleText(title: "Tin \(id)", summary: "", paragraphs: [text]), origin: .imported,
        published: now + .seconds(60 * id)))
  }

  private func own(_ id: Int) -> String {
    (0..<40).map { "tiếng\((id * 7_919 + $0 * 104_729) % 100_003)" }.joined(separator: " ")
  }

  private func decide(_ prior: Prior, _ look: Look) -> Decision {
    var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
    if case .live(let seen) = look.outcome { decision.words = .new(seen) }
    return decision
  }

  private func run(_ lines: [NewsArchive.Imported], into archive: NewsArchive) async throws -> ImportTally {
    let session = try ImportSession(archive: archive, at: now, deciding: decide)
    for line in lines where session.add(line) { try await session.submit() }
    return try await session.finish()
  }

  private func pairs(_ folder: String) throws -> [String] {
    try ArchiveDatabase.openReader(folder: folder).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT a.external || '>' || b.external FROM copy c JOIN article a ON a.id = c.copy
          JOIN article b ON b.id = c.source ORDER BY 1
          """)
    }
  }

  private func found(_ word: String) throws -> Int? {
    try ArchiveDatabase.openReader(folder: folder).read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM search WHERE search MATCH ?", arguments: [word])
    }
  }

  private var lines: [NewsArchive.Imported] {
    (1...200).map { id in
      let isCopy = [3, 60, 150, 199].contains(id)
      return line(id, own(id) + (isCopy ? "\n" + Self.story : ""), outlet: "o\(id % 3)")
    }
  }

  @Test func open_whenTheCopyIndexIsOfAnEarlierRelease_makesItAnew() async throws {
    _ = try await run([line(1, Self.story, outlet: "o1")], into: NewsArchive(folder: folder, holder: "import", at: now))
    try DatabaseQueue(path: folder + "/banluu.db").inDatabase { db in
      try db.execute(sql: "UPDATE posting_batch SET postings = x'00'; PRAGMA user_version = 1")
    }
    let text = ArticleText(title: "", summary: "", paragraphs: [Self.story])
    let matches = { (folder: String) in
      try ArchiveDatabase.openReader(folder: folder).read {
        try TextCheck(folder: folder).matches(of: text, in: $0).count
      }
    }
    let report = try Verifier(folder: folder, depth: .structure).run()
    #expect(report.findings.isEmpty && report.skipped.contains { $0.contains("earlier release") })
    #expect { try matches(folder) } throws: { ($0 as? ArchiveError)?.message.contains("rebuild copies") == true }
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    #expect(try matches(folder) == 1)
    let tally = try await run([line(2, Self.story, outlet: "o2")], into: archive)
    #expect(tally.copies == 1)
    #expect(try pairs(folder) == ["2>1"])
  }

  @Test func run_whenCopiesStandInOneGroupAndInOthers_findsTheSamePairsAsOneByOne() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    let tally = try await run(lines, into: archive)
    #expect(tally.articles == 200)
    let other = folder + "-other"
    let single = try NewsArchive(folder: other, holder: "import", at: now)
    for line in lines { _ = try await single.commit(imported: [line], at: now, deciding: decide) }
    let found = try pairs(folder)
    #expect(found == (try pairs(other)))
    // 3, 60 and 150 share an outlet: no pair among them.
    #expect(found == ["199>150", "199>3", "199>60"])
  }

  @Test func run_whenTheFileComesTwice_addsNothing() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await run(lines, into: archive)
    let again = try await run(lines, into: archive)
    #expect((again.articles, again.versions) == (0, 0))
  }

  @Test func run_whenAnIdComesAgainWithOtherWordsInTheSameGroup_makesAVersion() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    let tally = try await run(
      [line(1, own(1), outlet: "o1"), line(2, own(2), outlet: "o2"), line(1, own(5), outlet: "o1")], into: archive)
    #expect((tally.articles, tally.versions) == (2, 3))
  }

  @Test func commit_whenAnotherProcessTookNumbers_writesTheRowsUnderOthers() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await run(Array(lines[..<3]), into: archive)
    let forms = try await ArchiveDatabase.openReader(folder: folder).read { db in try ImportForms(db) }
    // The words of the first stand in the archive, those of the second come twice.
    let new = [line(901, own(1), outlet: "o7"), line(902, own(902), outlet: "o7"), line(903, own(902), outlet: "o8")]
      .map { line in
        var line = line
        line.seen.text.title = "Tin 1"
        line.seen.knownHash = line.seen.text.hash
        return line
      }
    let group = try await ArchiveDatabase.openReader(folder: folder).read { db in
      let numbers = try ImportedGroup.Numbers(db)
      let words = try ImportedGroup.WordsNumber.of(new, from: numbers.text) {
        try Int64.fetchOne(db, sql: "SELECT id FROM text WHERE hash = ?", arguments: [$0])
      }
      #expect(words.map(\.areNew) == [false, true, false])
      let found = (0..<3).map { Detected(cluster: UInt32(numbers.version) + $0, pairs: []) }
      return ImportedGroup(
        lines: new, found: found, postings: PostingBytes.blob(of: PostingRun()), numbers: numbers, words: words)
    }
    let draft = try ImportDraft(of: group, forms, at: now, deciding: decide)
    try await Withholding(folder: folder).run(article: 1, reason: "Tòa án", erasing: false, at: now)
    let made = try await archive.commit(group, draft, at: now, deciding: decide)
    #expect(!made.fits)
    try await archive.catchUpSearch()
    try await archive.seal(at: now)
    let report = try Verifier(folder: folder, depth: .full).run()
    #expect(report.findings.isEmpty && report.versions == 6)
    #expect(try found("tieng\((902 * 7_919) % 100_003)") == 2)
  }

  @Test func finish_whenLinesAreFewerThanAStep_fillsTheSearchIndex() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await run(lines, into: archive)
    #expect(try found("xuong") == 4)
  }

  @Test func open_whenACrashCameBeforeTheSearchIndex_catchesUp() async throws {
    do {
      let archive = try NewsArchive(folder: folder, holder: "import", at: now)
      _ = try await archive.commit(imported: [line(1, Self.story, outlet: "o1")], at: now, deciding: decide)
    }
    _ = try NewsArchive(folder: folder, holder: "import", at: now)
    #expect(try found("xuong") == 1)
  }

  @Test func rebuildCopyIndex_whenSegmentsAreLost_makesThemAnew() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await run(lines, into: archive)
    #expect(try await archive.rebuildCopyIndex() == 200)
    let tally = try await run([line(777, Self.story + " " + own(777), outlet: "o9")], into: archive)
    #expect(tally.copies == 4)
  }
}
