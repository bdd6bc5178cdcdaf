import Detect
import Foundation
import GRDB
import News
import Testing

@testable import Archive

/// The index as its readers and its writer see it, over one database.
@Suite struct CopyIndexTests {
  private let folder = NSTemporaryDirectory() + "banluu-index-\(UUID().uuidString)"
  private let database: DatabaseQueue

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    database = try ArchiveDatabase.openWriter(folder: folder)
  }

  private func file(_ documents: ClosedRange<UInt32>) throws {
    let run = PostingRun.merged(
      documents.map {
        PostingRun(
          document: $0, postings: [Posting(hash: 5, position: 1), Posting(hash: UInt64($0) << 20, position: 9)])
      })
    try database.write { db in
      try CopyIndex.file(PostingBytes.blob(of: run), documents: documents.count, last: documents.upperBound, in: db)
    }
  }

  private func flush() throws {
    while let segment = try CopyIndex.nextSegment(folder: folder, read: database, evenFew: true) {
      try database.write { try segment.list($0) }
      segment.removeReplaced()
    }
  }

  private func problems() throws -> [(object: String, problem: String)] {
    try database.read { db in try CopyIndex.problems(folder: folder, db) }
  }

  private func holders(_ index: CopyIndex, of hash: UInt64 = 5) throws -> [UInt32] {
    try CopyIndexChanged.retrying { try database.read { try index.refresh($0) } }
    return index.holders(of: [hash])[0].map(\.document).sorted()
  }

  @Test func isCurrent_whenAllTextsAreDead_isTrueOfAnEmptyIndex() async throws {
    let place = folder + "-dead"
    let archive = try NewsArchive(folder: place, holder: "import", at: Instant(seconds: 0))
    try await DatabaseQueue(path: place + "/banluu.db").write { db in
      try db.execute(
        sql: """
          INSERT INTO outlet(id, name, kind) VALUES ('o', 'o', 'other');
          INSERT INTO article(id, outlet, url, state, first_seen) VALUES (1, 'o', 'https://o.example/1', 'live', 0);
          INSERT INTO text(id, hash, title, summary, body) VALUES (1, 'h', 'T', '', 'một hai ba bốn năm sáu');
          INSERT INTO version(id, article, number, text, origin, first_seen) VALUES (1, 1, 1, 1, 'page', 0);
          """)
      #expect(try !CopyIndex.isCurrent(db))
      try db.execute(sql: "INSERT INTO posting_dead VALUES (1)")
    }
    _ = try await archive.rebuildCopyIndex()
    let isCurrent = try await ArchiveDatabase.openReader(folder: place).read { try CopyIndex.isCurrent($0) }
    #expect(isCurrent)
  }

  @Test func refresh_whenTheViewIsOlderThanAMerge_succeedsInANewOne() throws {
    for part in 0..<4 {
      try file(UInt32(part * 10 + 1)...UInt32(part * 10 + 10))
      if part < 3 {
        while let segment = try CopyIndex.nextSegment(folder: folder, read: database, evenFew: true) {
          try database.write { try segment.list($0) }
        }
      }
    }
    let reader = try ArchiveDatabase.openReader(folder: folder)
    let index = CopyIndex(folder: folder)
    var views = 0
    try CopyIndexChanged.retrying {
      try reader.read { db in
        views += 1
        // The view begins with the first look; the merge comes before the files are opened.
        #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM posting_segment") == (views == 1 ? 3 : 1))
        if views == 1 { try flush() }
        try index.refresh(db)
      }
    }
    #expect(views == 2)
    #expect(index.holders(of: [5])[0].count == 40)
  }

  @Test func refresh_whenAnotherConnectionFiled_seesIt() throws {
    let index = CopyIndex(folder: folder)
    #expect(try holders(index).isEmpty)
    try file(1...3)
    #expect(try holders(index) == [1, 2, 3])
    try flush()
    try file(4...4)
    #expect(try holders(index) == [1, 2, 3, 4])
    #expect(try holders(index, of: 3 << 20) == [3])
  }

  @Test func flush_whenManySegmentsStand_mergesThemAndReadersFollow() throws {
    let index = CopyIndex(folder: folder)
    for round in UInt32(0)..<9 {
      try file((round * 2 + 1)...(round * 2 + 2))
      try flush()
      if round == 2 { #expect(try holders(index).count == 6) }
    }
    #expect(try holders(index) == Array(1...18))
    let segments = try database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM posting_segment") }
    #expect(segments ?? 9 < 4)
    #expect(try problems().isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/copies")
    #expect(files.count == segments)
  }

  @Test func sweep_whenACrashLeftAFileThatNobodyListed_takesItAway() throws {
    try file(1...2)
    try flush()
    let stray = folder + "/copies/postings-stray"
    try Data("half".utf8).write(to: URL(fileURLWithPath: stray))
    try database.read { db in try CopyIndex.sweep(folder: folder, db) }
    #expect(!FileManager.default.fileExists(atPath: stray))
    #expect(try holders(CopyIndex(folder: folder)) == [1, 2])
  }

  @Test func holders_whenADocumentIsDead_areMergedWithoutIt() throws {
    for document in UInt32(1)...4 {
      try file(document...document)
      if document == 2 { try database.write { db in try db.execute(sql: "INSERT INTO posting_dead VALUES (2)") } }
      try flush()
    }
    let index = CopyIndex(folder: folder)
    #expect(try holders(index) == [1, 3, 4])
    #expect(index.isDead(2))
  }

  @Test func refresh_whenAListedSegmentIsMissing_saysWhatToDo() throws {
    try file(1...2)
    try flush()
    try FileManager.default.removeItem(atPath: folder + "/copies")
    #expect { try holders(CopyIndex(folder: folder)) } throws: { error in
      (error as? ArchiveError)?.message.contains("banluu rebuild copies") == true
    }
    #expect(try problems().map(\.problem) == ["it is missing"])
  }

  @Test func reset_whenATransactionFailed_forgetsWhatItAdded() throws {
    let index = CopyIndex(folder: folder)
    index.add(PostingRun(document: 9, postings: [Posting(hash: 5, position: 0)]), last: 9)
    index.reset()
    try file(1...1)
    #expect(try holders(index) == [1])
  }
}
