import Foundation
import GRDB
import News
import Testing

@testable import Archive

@Suite struct MarkDeskTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let folder = NSTemporaryDirectory() + "banluu-marks-\(UUID().uuidString)"
  private let untrue = "Theo ban quản lý, hồ chứa Khuổi Nặm đã cạn trơ đáy từ giữa tháng ba và cá chết trắng mặt nước."
  private let rest = """
    Người dân ba thôn quanh hồ phải đi gánh nước từ con suối cách nhà gần hai cây số, mỗi ngày hai lượt vào lúc tờ mờ \
    sáng và khi mặt trời đã khuất sau núi, trong khi chờ huyện cho khoan thêm giếng.
    """

  private func line(_ id: Int, _ text: String) -> NewsArchive.Imported {
    NewsArchive.Imported(
      id: "\(id)", outlet: "o\(id)", url: "https://o\(id).example/", keys: ["url:o\(id).example"],
      seen: PageSeen(
        text: ArticleText(title: "Tin số \(id)", summary: "", paragraphs: text.split(separator: "\n").map(String.init)),
        origin: .imported, published: now + .seconds(60 * id)))
  }

  private func decide(_ prior: Prior, _ look: Look) -> Decision {
    var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
    if case .live(let seen) = look.outcome { decision.words = .new(seen) }
    return decision
  }

  private func marked() throws -> [Int64] {
    try ArchiveDatabase.openReader(folder: folder).read { db in
      try Int64.fetchAll(db, sql: "SELECT article FROM event WHERE kind = 'marked' AND severity = 4 ORDER BY id")
    }
  }

  @Test func put_whenAPassageIsMarked_tellsOfCopiesThatCarryItNowAndLater() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    let whole = untrue + "\n" + rest
    _ = try await archive.commit(
      imported: [line(1, whole), line(2, whole), line(3, rest)], at: now, deciding: decide)
    let mark = Mark(kind: .wrong, reason: "Hồ còn nước", source: "https://so.example/", passage: untrue)
    let placed = try MarkDesk(folder: folder).put(mark, on: 1, at: now)
    #expect(placed.copies == 1)
    #expect(try marked() == [1, 2])
    _ = try await archive.commit(imported: [line(4, rest), line(5, whole)], at: now, deciding: decide)
    #expect(try marked() == [1, 2, 5])
  }

  @Test func withdraw_whenAMarkWasPut_keepsBothAndReachesNoLaterCopy() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await archive.commit(imported: [line(1, rest)], at: now, deciding: decide)
    let desk = try MarkDesk(folder: folder)
    let mark = Mark(kind: .disputed, reason: "Chưa rõ", source: "https://so.example/")
    let id = try desk.put(mark, on: 1, at: now).id
    try desk.withdraw(id, reason: "Đã rõ", by: nil, at: now)
    #expect(throws: MarkDesk.Refusal.self) { try desk.withdraw(id, reason: "Lần nữa", by: nil, at: now) }
    _ = try await archive.commit(imported: [line(2, rest)], at: now, deciding: decide)
    #expect(try marked() == [1])
  }

  @Test func put_whenThePassageDoesNotStandThere_refuses() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await archive.commit(imported: [line(1, rest)], at: now, deciding: decide)
    let mark = Mark(kind: .wrong, reason: "Sai", source: "https://so.example/", passage: untrue)
    #expect(throws: MarkDesk.Refusal.self) { try MarkDesk(folder: folder).put(mark, on: 1, at: now) }
  }

  @Test func marks_whenSomeoneTriesToEraseOrChangeThem_stay() async throws {
    let archive = try NewsArchive(folder: folder, holder: "import", at: now)
    _ = try await archive.commit(imported: [line(1, rest)], at: now, deciding: decide)
    _ = try MarkDesk(folder: folder).put(
      Mark(kind: .corrected, reason: "Đã sửa", source: "https://so.example/"), on: 1, at: now)
    let database = try ArchiveDatabase.openWriter(folder: folder)
    for sql in ["DELETE FROM mark", "UPDATE mark SET reason = ''"] {
      await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute(sql: sql) } }
    }
  }
}
