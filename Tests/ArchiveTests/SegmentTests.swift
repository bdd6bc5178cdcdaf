import Foundation
import GRDB
import News
import TestKit
import Testing

@testable import Archive

/// Archives whose segments end at 2 KB, so that commits soon begin another.
@Suite struct SegmentTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let place: TemporaryArchive

  init() throws { place = try TemporaryArchive() }

  private func open(fullSegment: Int64 = 2_000) throws -> NewsArchive {
    try NewsArchive(folder: place.path, holder: "import", fullSegment: fullSegment, at: now)
  }

  private func fill(_ archive: NewsArchive, _ numbers: Range<Int>) async throws {
    for number in numbers {
      let words = ArticleText(
        title: "Tin số \(number)", summary: "", paragraphs: ["Mực nước ở trạm \(number) đang lên."])
      let line = NewsArchive.Imported(
        id: "\(number)", outlet: "bao", url: "https://bao.example/\(number)", keys: ["url:bao.example/\(number)"],
        seen: PageSeen(text: words, origin: .imported))
      _ = try await archive.commit(imported: [line], at: now) { _, look in
        var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
        if case .live(let seen) = look.outcome { decision.words = .new(seen) }
        return decision
      }
    }
    try await archive.seal(at: now)
  }

  private func segments() throws -> [(name: String, length: Int64, isLogged: Bool)] {
    try ArchiveDatabase.openReader(folder: place.path).read { db in
      try Row.fetchAll(db, sql: "SELECT name, length, entry IS NOT NULL AND sha256 <> '' FROM segment ORDER BY rowid")
        .map { ($0[0], $0[1], $0[2]) }
    }
  }

  private func verified(resumes: Bool = false) throws -> VerifyReport {
    try Verifier(folder: place.path, depth: .full, resumes: resumes).run()
  }

  @Test func commit_whenASegmentIsFull_goesOnInAnotherAndLogsTheFirst() async throws {
    try await fill(open(), 0..<12)
    let segments = try segments()
    #expect(segments.count >= 3)
    #expect(segments.dropLast().allSatisfy { $0.length >= 2_000 && $0.isLogged })
    #expect(segments.last.map { $0.length < 4_000 && !$0.isLogged } == true)
    let report = try verified()
    #expect(report.findings.isEmpty)
    #expect(report.segments == segments.count)
    #expect(report.versions == 12)
  }

  @Test func open_whenTheLastSegmentHasRoom_goesOnInIt() async throws {
    try await fill(open(fullSegment: 1 << 20), 0..<1)
    let before = try segments()
    try await fill(open(fullSegment: 1 << 20), 1..<2)
    let after = try segments()
    #expect(before.map(\.name) == after.map(\.name))
    #expect(try #require(after.last).length > (try #require(before.last)).length)
  }

  @Test func rebuild_whenThereAreManySegments_readsThemAll() async throws {
    try await fill(open(), 0..<12)
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: place.path + "/banluu.db" + suffix)
    }
    _ = try Rebuilder(folder: place.path).run(at: now)
    let report = try verified()
    #expect(report.findings.isEmpty)
    #expect(report.versions == 12)
  }

  @Test func verify_whenResumed_leavesOutWhatAnInterruptedRunHadRead() async throws {
    try await fill(open(), 0..<12)
    let first = try #require(try segments().first)
    let file = place.path + "/warc/" + first.name
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    let state = place.path + "/verify.state"
    try Data("\(first.name) 0 \(first.length)\n".utf8).write(to: URL(fileURLWithPath: state))
    let resumed = try verified(resumes: true)
    #expect(resumed.skipped.contains { $0.hasPrefix("1 parts") })
    #expect(!resumed.findings.contains { $0.object.contains(first.name) && $0.object.contains(" at ") })
    #expect(!FileManager.default.fileExists(atPath: state))
    #expect(try verified().findings.contains { $0.object.contains(first.name) })
  }
}
