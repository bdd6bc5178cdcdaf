import Foundation
import TestKit
import Testing

/// What a fact-checker does with a text, an archive, and a judgement.
@Suite struct MarkScenarios {
  private let place: TemporaryArchive
  private static let story = """
    Sáng 14/3, hạt kiểm lâm huyện Khau Lũng cho biết đám cháy ở khoảnh rừng đầu nguồn suối Nặm Pha đã được dập tắt sau \
    chín giờ, 120 người đã tham gia chữa cháy và không ai bị thương, diện tích rừng thiệt hại là 4,5 ha.
    """
  private static let address = "https://khau-lung.example/chay-rung"

  init() async throws {
    place = try TemporaryArchive()
    let outlets = ["khau-lung", "tin-vung-cao"]
    let lines = outlets.enumerated().map { i, outlet in
      """
      {"id":"\(i)","outlet":"\(outlet)","url":"https://\(outlet).example/chay-rung","title":"Dập tắt cháy rừng \(i)",\
      "text":"\(Self.story)","published":"2026-03-14T0\(i + 5):00:00Z"}
      """
    }
    let file = try place.write(lines.joined(separator: "\n"), "in.jsonl")
    #expect(try await run("import", "jsonl", file).code == 0)
  }

  private func run(_ arguments: String...) async throws -> Binary.Outcome {
    try await Binary.run(arguments + ["--archive", place.path])
  }

  private func mark(_ more: String...) async throws -> Binary.Outcome {
    try await Binary.run(
      ["mark", Self.address, "--kind", "false", "--reason", "Diện tích là 45 ha", "--source", "https://so.example/1"]
        + more + ["--archive", place.path])
  }

  private func check(_ text: String, _ more: String...) async throws -> Binary.Outcome {
    let file = try place.write(text, "text.txt")
    return try await Binary.run(["check", file] + more + ["--archive", place.path])
  }

  @Test func check_whenAFigureWasChanged_namesTheFirstPublisherAndTheFigure() async throws {
    let outcome = try await check(Self.story.replacing("120 người", with: "20 người"), "--json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let matches = try #require(report["matches"] as? [[String: Any]])
    #expect(matches.count == 2)
    #expect(matches.first?["outlet"] as? String == "khau-lung")
    #expect(matches.first?["differs"] as? [String] == ["number"])
    let change = try #require((matches.first?["changes"] as? [[String: Any]])?.first)
    #expect((change["before"] as? String)?.contains("120") == true)
    #expect((change["after"] as? String)?.contains("20") == true)
  }

  @Test func check_whenOnlyThirtySyllablesArePasted_findsTheArticle() async throws {
    let words = Self.story.split(separator: " ").dropFirst(12).prefix(30).joined(separator: " ")
    #expect(try await check(words).output.contains(Self.address))
  }

  @Test func check_whenNothingIsShared_saysSo() async throws {
    let text = "Mời bà con ra nhà văn hóa xem chiếu bóng tối nay, phim mới, vé không mất tiền, nhớ mang theo áo ấm."
    #expect(try await check(text).output.hasPrefix("Nothing in this archive shares a passage with this text"))
    #expect(try await check("Cháy rồi").output.hasPrefix("Too short to say: 2 syllables"))
  }

  @Test func check_whenTheFileIsMissing_exits66() async throws {
    #expect(try await run("check", place.folder + "/none.txt").code == 66)
  }

  @Test func mark_whenPut_isListedReachesTheCopyAndShowsInCheck() async throws {
    let outcome = try await mark("--passage", "diện tích rừng thiệt hại là 4,5 ha", "--by", "Bàn kiểm chứng")
    #expect(outcome.output == "mark 1: false; copies that carry the marked words: 1\n")
    #expect(try await run("marks").output.contains("“diện tích rừng thiệt hại là 4,5 ha”"))
    #expect(try await check(Self.story).output.contains("false: Diện tích là 45 ha  https://so.example/1"))
    let spread = try await run("query", "spread", "https://tin-vung-cao.example/chay-rung")
    #expect(spread.output.hasPrefix("first here: khau-lung; copies: 1"))
    #expect(spread.output.contains("mark 1, false: Diện tích là 45 ha"))
  }

  @Test func unmark_whenTheMarkStands_keepsItOnRecord() async throws {
    #expect(try await mark().code == 0)
    #expect(try await run("unmark", "1", "--reason", "Báo đã đúng").code == 0)
    #expect(try await run("marks").output == "No marks.\n")
    #expect(try await run("marks", "--all").output.contains("Báo đã đúng"))
    #expect(try await run("unmark", "1", "--reason", "Lại").code == 65)
    #expect(try await run("unmark", "9", "--reason", "Không có").code == 66)
  }

  @Test func mark_whenThePassageDoesNotStandThere_exits65() async throws {
    let outcome = try await mark("--passage", "hồ chứa Khuổi Nặm đã cạn trơ đáy")
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("banluu: the passage does not stand in"))
  }

  @Test func mark_whenTheSourceIsNoAddress_exits64() async throws {
    let outcome = try await run("mark", Self.address, "--kind", "false", "--reason", "Sai", "--source", "nghe nói")
    #expect(outcome.code == 64)
  }

  @Test func rebuildCopies_whenTheFolderIsLost_findsAgain() async throws {
    try? FileManager.default.removeItem(atPath: place.path + "/copies")
    #expect(try await run("rebuild", "copies").output == "2 versions indexed\n")
    #expect(try await check(Self.story).output.contains(Self.address))
  }
}
