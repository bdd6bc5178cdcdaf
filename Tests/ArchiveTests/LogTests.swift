import Foundation
import GRDB
import News
import Prove
import TestKit
import Testing

@testable import Archive

@Suite struct LogTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let place: TemporaryArchive
  private var folder: LogFolder { LogFolder(archive: place.path) }

  init() throws { place = try TemporaryArchive() }

  private func open() throws -> NewsArchive {
    try NewsArchive(folder: place.path, holder: "import", origin: "bao.example/so", at: now)
  }

  private func fill(_ archive: NewsArchive, _ ids: Range<Int>) async throws {
    let lines = ids.map { id in
      let words = ArticleText(title: "Tin số \(id)", summary: "", paragraphs: ["Mực nước \(id) cm."])
      return NewsArchive.Imported(
        id: "\(id)", outlet: "bao", url: "https://bao.example/\(id)", keys: ["url:bao.example/\(id)"],
        seen: PageSeen(text: words, origin: .imported))
    }
    _ = try await archive.commit(imported: lines, at: now) { _, look in
      var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
      if case .live(let seen) = look.outcome { decision.words = .new(seen) }
      return decision
    }
  }

  private func head() throws -> Checkpoint {
    let key = try #require(try folder.key())
    return try Checkpoint(note: try #require(folder.checkpoint), key: key.verifier)
  }

  @Test func seal_whenVersionsCame_signsThemAll() async throws {
    let archive = try open()
    try await fill(archive, 0..<300)
    try await archive.seal(at: now)
    let first = try head()
    #expect(first.size == 300)
    #expect(first.origin == "bao.example/so")
    try await fill(archive, 300..<700)
    try await archive.seal(at: now)
    let second = try head()
    #expect(second.size == 700)
    let database = try ArchiveDatabase.openReader(folder: place.path)
    let path = try await database.read { [folder] db in
      let store = TileStore(folder: folder, db: db)
      #expect(try store.root(700, in: 700) == second.root)
      return try MerkleProof.consistency(from: 300, to: 700) { try store.subtree($0, $1, size: 700) }
    }
    #expect(MerkleProof.isConsistent(from: (300, first.root), to: (700, second.root), path: path))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/tile/0/001.p"))
    #expect(folder.contents("tile/0/001")?.count == 8192)
    #expect(folder.contents("tile/1/000.p/2")?.count == 64)
  }

  @Test func open_whenTheKeyIsNew_keepsItFromOthers() throws {
    _ = try open()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/key")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func open_whenTheLogIsEmpty_signsItsHeadBeforeAnythingIsCommitted() async throws {
    let archive = try open()
    #expect(try head().size == 0)
    try await fill(archive, 0..<3)
    #expect(try Verifier(folder: place.path, depth: .full).run().clean)
  }

  @Test func seal_whenItEndsBeforeItSigns_leavesThePartialTilesOfTheSignedHead() async throws {
    let archive = try open()
    try await fill(archive, 0..<250)
    try await archive.seal(at: now)
    let signed = try #require(folder.checkpoint)
    try await fill(archive, 250..<260)
    let database = await archive.database
    // All of a seal but its last step.
    let head = try await database.read { try #require(try LogHead.fetch($0, folder: place.path)) }
    let grown = try await database.read { try TileStore(folder: folder, db: $0).grow(head, to: 260) }
    try await database.write { try grown.save($0) }
    #expect(folder.checkpoint == signed)
    #expect(try Verifier(folder: place.path, depth: .full).run().findings.isEmpty)
    try await archive.seal(at: now)
    #expect(folder.hashes(Tile(level: 0, index: 0, width: 250)) == nil)
    #expect(try Verifier(folder: place.path, depth: .full).run().findings.isEmpty)
  }

  @Test func open_whenAnOlderDatabaseWasPutBack_refusesAndCutsNothing() async throws {
    var archive: NewsArchive? = try open()
    try await fill(try #require(archive), 0..<3)
    try await archive?.seal(at: now)
    archive = nil
    try await ArchiveDatabase.openWriter(folder: place.path).write { db in
      try db.execute(
        sql: "DELETE FROM log_entry WHERE idx = 2; UPDATE log_head SET size = 0, root = ?, roots = x''",
        arguments: [MerkleTree.empty.hex])
      try db.execute(sql: "UPDATE segment SET length = 10")
    }
    let warc = place.path + "/warc/" + (try FileManager.default.contentsOfDirectory(atPath: place.path + "/warc")[0])
    let before = FileManager.default.contents(atPath: warc)
    #expect { try open() } throws: { ($0 as? ArchiveError)?.cause == .verification }
    #expect(FileManager.default.contents(atPath: warc) == before)
  }

  @Test func open_whenTheHeadIsOfAnotherHistory_refuses() async throws {
    var archive: NewsArchive? = try open()
    try await fill(try #require(archive), 0..<3)
    try await archive?.seal(at: now)
    archive = nil
    let key = try #require(try folder.key())
    let other = Checkpoint(origin: "bao.example/so", size: 2, root: Digest(of: [7]))
    try folder.write("checkpoint", Array(try other.signed(with: key).utf8), synced: false)
    #expect { try open() } throws: { ($0 as? ArchiveError)?.message.contains("two histories") == true }
  }

  @Test func open_whenTheLastHeadWasKeptButNotSigned_signsItLater() async throws {
    var archive: NewsArchive? = try open()
    try await fill(try #require(archive), 0..<3)
    try await archive?.seal(at: now)
    let old = try #require(folder.contents("checkpoint"))
    try await fill(try #require(archive), 3..<5)
    try await archive?.seal(at: now)
    archive = nil
    try folder.write("checkpoint", old, synced: false)
    try await open().seal(at: now)
    #expect(try head().size == 5)
  }

  @Test func desk_whenItWritesBesideTheHolder_isTakenUpIntoWARCAndLog() async throws {
    let archive = try open()
    try await fill(archive, 0..<1)
    let desk = try OwnerDesk(folder: place.path)
    var record = LogRecord()
    record.add("reason", "thử")
    let index = try desk.transaction(at: now) { [record] db in
      try LogBook.add(.mark, record, at: now, in: db)
    }
    #expect(index == 1)
    try await archive.seal(at: now)
    #expect(try head().size == 2)
    let waiting = try await ArchiveDatabase.openReader(folder: place.path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM journal")
    }
    #expect(waiting == 0)
  }
}
