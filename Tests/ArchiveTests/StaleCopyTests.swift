import Foundation
import GRDB
import News
import Testing

@testable import Archive

/// Three outlets carry one story: the first, and two that took it from there.
@Suite struct StaleCopyTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let folder = NSTemporaryDirectory() + "banluu-stale-\(UUID().uuidString)"
  private let archive: NewsArchive

  init() async throws {
    archive = try NewsArchive(folder: folder, holder: "import", at: now)
    try await bring(1, people: 48)
    try await bring(2, people: 48)
    try await bring(3, people: 48)
  }

  private func bring(_ id: Int, people: Int) async throws {
    let text = """
      Chiều 2/6, xã Khuổi Lầu tổ chức lễ ra mắt đội văn nghệ quần chúng với \(people) thành viên thuộc bốn thôn, người \
      lớn tuổi nhất đã bảy mươi hai, người trẻ nhất còn đang học lớp chín trường trung học cơ sở của xã.
      """
    let line = NewsArchive.Imported(
      id: "\(id)", outlet: "o\(id)", url: "https://o\(id).example/", keys: ["url:o\(id).example"],
      seen: PageSeen(
        text: ArticleText(title: "Ra mắt đội văn nghệ", summary: "", paragraphs: [text]), origin: .imported,
        published: now + .seconds(3600 * id)))
    _ = try await archive.commit(imported: [line], at: now) { prior, look in
      var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
      if case .live(let seen) = look.outcome { decision.words = .new(seen) }
      return decision
    }
  }

  private func stale() throws -> [String] {
    try ArchiveDatabase.openReader(folder: folder).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT c.copy || ' of ' || c.source FROM stale s JOIN copy c ON c.id = s.pair WHERE s.ended_at IS NULL
          ORDER BY 1
          """)
    }
  }

  @Test func stale_whenTheFirstCorrects_namesBothCopies() async throws {
    try await bring(1, people: 84)
    #expect(try stale() == ["2 of 1", "3 of 1"])
  }

  @Test func stale_whenOnlyTheOtherCopyChanges_namesNobody() async throws {
    try await bring(2, people: 84)
    #expect(try stale().isEmpty)
  }

  @Test func stale_whenTheOtherCopyFollowsTheFirst_namesTheOneThatDidNot() async throws {
    try await bring(1, people: 84)
    try await bring(2, people: 84)
    #expect(try stale().contains("3 of 1"))
    #expect(try !stale().contains("2 of 1"))
  }
}
