import Foundation
import GRDB
import News
import TestKit
import Testing

@testable import Archive

/// Two articles of an outlet with the same words: the older one's page goes, so they are taken for one.
@Suite struct MergeDeskTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let place: TemporaryArchive

  init() throws { place = try TemporaryArchive() }

  private static func decide(_ prior: Prior, _ look: Look) -> Decision {
    var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
    if case .live(let seen) = look.outcome { decision.words = .new(seen) }
    return decision
  }

  private func opened() throws -> NewsArchive { try NewsArchive(folder: place.path, holder: "test", at: now) }

  /// Imports both articles, and looks at the first, which is gone.
  private func merged() async throws {
    let archive = try opened()
    let words = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: ["Nước suối Nậm Thi dâng cao trong đêm."])
    let lines = ["1", "2"].map { id in
      NewsArchive.Imported(
        id: id, outlet: "bao", url: "https://bao.example/\(id)", keys: ["url:bao.example/\(id)"],
        seen: PageSeen(text: words, origin: .imported))
    }
    for line in lines { _ = try await archive.commit(imported: [line], at: now, deciding: Self.decide) }
    try await lookAtTheFirst(archive)
  }

  private func lookAtTheFirst(_ archive: NewsArchive) async throws {
    let look = Look(article: 1, at: now + .seconds(60), outcome: .gone(how: "404"))
    _ = try await archive.commit([look], deciding: Self.decide)
  }

  private func column(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: place.path + "/banluu.db").read { try String.fetchAll($0, sql: sql) }
  }

  private func holders() throws -> [String] { try column("SELECT key || ' ' || article FROM alias ORDER BY key") }

  @Test func merge_isRecordedWithItsReason() async throws {
    try await merged()
    #expect(
      try column("SELECT kept || ' ' || absorbed || ' ' || why || ' ' || keys FROM merge")
        == [#"1 2 same-words ["url:bao.example/2"]"#])
    #expect(try holders() == ["url:bao.example/1 1", "url:bao.example/2 1"])
  }

  @Test func undo_givesBackKeysStateAndSearch() async throws {
    try await merged()
    let found = try column("SELECT rowid FROM search WHERE search MATCH 'nam' ORDER BY rowid")
    #expect(try MergeDesk(folder: place.path).undo(2, reason: "hai tin khác nhau", at: now) == 1)
    #expect(try holders() == ["url:bao.example/1 1", "url:bao.example/2 2"])
    #expect(try column("SELECT state || ' ' || external FROM article WHERE id = 2") == ["live 2"])
    #expect(try column("SELECT undone_why FROM merge") == ["hai tin khác nhau"])
    #expect(try column("SELECT rowid FROM search WHERE search MATCH 'nam' ORDER BY rowid").count >= found.count)
    #expect(try column("SELECT document FROM posting_dead").isEmpty)
  }

  @Test func undo_isNotMergedAgainByTheNextLook() async throws {
    try await merged()
    _ = try MergeDesk(folder: place.path).undo(2, reason: "hai tin khác nhau", at: now)
    try await lookAtTheFirst(try opened())
    #expect(try holders() == ["url:bao.example/1 1", "url:bao.example/2 2"])
  }

  @Test func undo_whenNothingWasMerged_isRefused() async throws {
    try await merged()
    #expect(throws: MergeDesk.Refusal.self) { try MergeDesk(folder: place.path).undo(1, reason: "x", at: now) }
    _ = try MergeDesk(folder: place.path).undo(2, reason: "x", at: now)
    #expect(throws: MergeDesk.Refusal.self) { try MergeDesk(folder: place.path).undo(2, reason: "x", at: now) }
  }
}
