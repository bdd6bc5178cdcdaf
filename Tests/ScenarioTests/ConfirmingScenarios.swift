import Foundation
import Synchronization
import TestKit
import Testing

@Suite struct ConfirmingScenarios {
  private static let path = "/tin/1"

  /// An outlet of one article; `page` makes its answer for each request in turn.
  private func crawl(_ page: @escaping @Sendable (ScriptedRequest, Int) -> ScriptedAnswer) throws -> ScenarioCrawl {
    let count = Mutex(0)
    return try ScenarioCrawl { request, origin in
      if request.path == Site.feedPath {
        let item = "<item><title>Nước về bản</title><link>\(origin)\(Self.path)</link></item>"
        return .text("<rss version=\"2.0\"><channel>\(item)</channel></rss>", type: "application/rss+xml")
      }
      if request.path == "/thoi-su" { return .text(Self.section, type: "text/html; charset=utf-8") }
      guard request.path == Self.path else { return .missing }
      return page(
        request,
        count.withLock {
          $0 += 1
          return $0
        })
    }
  }

  private static func article(_ toll: Int) -> ScriptedAnswer {
    let words =
      "Cả bản có \(toll) hộ được dùng nước sạch từ đầu nguồn, trẻ con thôi phải đi gùi nước lúc trời chưa sáng."
    let more = "Trưởng bản nói việc đào mương mất hai năm, nhà nào cũng góp công, có nhà góp cả trâu kéo đá."
    let html =
      "<html><head><title>Nước về bản</title></head><body><h1>Nước về bản</h1><p>\(words)</p><p>\(more)</p></body></html>"
    return .text(html, type: "text/html; charset=utf-8", ["ETag: \"\(toll)\""])
  }

  private static let section = """
    <html><head><title>Thời sự</title></head><body><h1>Thời sự</h1>
    <p>Chợ phiên đầu năm ở vùng cao đông hơn mọi năm, người bán người mua đều vui vì hàng hóa dồi dào.</p>
    <p>Đội tuyên truyền của huyện đến từng nhà nói chuyện phòng cháy rừng, phát tờ rơi và sửa lại biển báo.</p>
    <p>Lớp học xóa mù chữ mở vào buổi tối, học viên lớn tuổi nhất đã ngoài sáu mươi vẫn chưa nghỉ buổi nào.</p>
    </body></html>
    """

  private func rows(_ crawl: ScenarioCrawl) async throws -> [[String: Any]] {
    let out = try await crawl.query("edits", "--all", "--format", "jsonl").output
    return try out.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func look_whenAnEditWaits_isMadeWithoutValidators() async throws {
    let crawl = try crawl { _, turn in Self.article(turn == 1 ? 30 : 31) }
    defer { crawl.server.stop() }
    for _ in 0..<3 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    let asked = crawl.server.requests.filter { $0.path == Self.path }.map { $0.header("If-None-Match") }
    #expect(asked == [nil, "\"30\"", nil])
    #expect(try await rows(crawl).map { $0["confirmed"] as? Bool } == [false])
  }

  @Test func look_whenAnotherPageAnswersOnce_isNoEdit() async throws {
    let other =
      "<html><head><title>Báo</title></head><body><h1>Báo</h1><p>Mời bạn đọc trở lại sau ít phút.</p></body></html>"
    let crawl = try crawl { request, turn in
      if turn == 2 { return .text(other, type: "text/html; charset=utf-8", ["ETag: \"x\""]) }
      return request.header("If-None-Match") == "\"x\"" ? ScriptedAnswer("304 Not Modified") : Self.article(30)
    }
    defer { crawl.server.stop() }
    for _ in 0..<3 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    #expect(crawl.server.requests.filter { $0.path == Self.path }.count == 3)
    #expect(try await rows(crawl).isEmpty)
    #expect(crawl.server.requests.contains { $0.header("If-None-Match") == "\"x\"" } == false)
  }

  @Test func look_whenTheAddressLeadsToASection_isGoneAndNoEdit() async throws {
    let crawl = try crawl { request, turn in
      turn == 1 ? Self.article(30) : .moved(to: "/thoi-su")
    }
    defer { crawl.server.stop() }
    for _ in 0..<2 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    #expect(try await rows(crawl).isEmpty)
  }
}
