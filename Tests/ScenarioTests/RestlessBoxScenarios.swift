import Foundation
import Synchronization
import TestKit
import Testing

/// A small outlet whose articles hold a box that shows something else at every look.
@Suite struct RestlessBoxScenarios {
  private static let boxes = [
    "Giá cam sành lên cao nhất từ đầu vụ.", "Mời xem hội đua thuyền tối thứ bảy.", "Học thầy không tày học bạn.",
    "Chè búp vào lứa muộn hơn năm ngoái.", "Trẻ em nhớ đội mũ khi ngồi xe máy.", "Uống nước phải biết ơn nguồn.",
    "Trâu chọi được tập dưới sân đình.", "Măng khô bán chạy ở cửa khẩu.", "Đêm nay nhiều mây, gió nhẹ, rét.",
  ]

  @Test func crawl_whenABoxChangesAtEveryLook_learnsItAndStillFindsAnEdit() async throws {
    let turn = Mutex((count: 0, isEdited: false))
    let crawl = try ScenarioCrawl { request, origin in
      if request.path == Site.feedPath {
        turn.withLock { $0.count += 1 }
        let items = (1...3).map { "<item><title>\(Self.title($0))</title><link>\(origin)/tin/\($0)</link></item>" }
        return .text("<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>", type: "application/rss+xml")
      }
      guard let number = request.path.split(separator: "/").last.flatMap({ Int($0) }) else { return .missing }
      let (count, isEdited) = turn.withLock { $0 }
      return .text(Self.page(number, count, isEdited: isEdited), type: "text/html; charset=utf-8")
    }
    defer { crawl.server.stop() }
    for _ in 0..<4 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    let learned = try await events(crawl)
    for _ in 0..<3 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    #expect(try await events(crawl) == learned)
    turn.withLock { $0.isEdited = true }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    #expect(try await events(crawl) == learned + 1)
  }

  private func events(_ crawl: ScenarioCrawl) async throws -> Int {
    try await crawl.query("edits", "--all", "--format", "jsonl").output.split(separator: "\n").count
  }

  private static func title(_ number: Int) -> String { "Bản thứ \(number) có nước sạch" }

  private static func page(_ number: Int, _ turn: Int, isEdited: Bool) -> String {
    let shown = boxes[(turn + 3 * number) % boxes.count]
    let toll = isEdited && number == 2 ? 84 : 48
    return """
      <html><head><title>\(title(number))</title></head><body><div class="main"><h1>\(title(number))</h1>
      <p>Sau nhiều tháng góp công, bản thứ \(number) đã đưa nước từ đầu nguồn về tận sân nhà của \(toll) hộ dân.</p>
      <div class="o-moi"><div>\(shown)</div></div>
      <p>Trưởng bản cho biết từ nay trẻ con không phải đi gùi nước lúc trời chưa sáng như những năm trước nữa.</p>
      </div></body></html>
      """
  }
}
