import Foundation
import Synchronization
import TestKit
import Testing

/// New rules for an outlet's pages stand for a new extractor: both read other words out of the same bytes.
@Suite struct UpgradeScenarios {
  @Test func crawl_whenPagesAreReadByNewRules_reportsOnlyWhatTheOutletChanged() async throws {
    let isEdited = Mutex(false)
    let server = try ScriptedServer { request in
      let host = request.header("Host") ?? ""
      if request.path == "/rss" { return .text(Self.feed("http://\(host)"), type: "application/rss+xml") }
      let number = Int(request.path.dropFirst(5)) ?? 0
      let toll = isEdited.withLock { $0 } && number == 3 ? 40 : 30 + number
      return .text(Self.page(number, toll: toll), type: "text/html; charset=utf-8")
    }
    defer { server.stop() }
    let place = try TemporaryArchive()
    let feeds = try place.write(Self.feeds(server.origin, rules: ""), "feeds.yaml")
    let crawl = ["crawl", "--feeds", feeds, "--archive", place.path, "--recheck", "all", "--json"]
    #expect(try await Binary.run(crawl).code == 0)
    isEdited.withLock { $0 = true }
    _ = try place.write(
      Self.feeds(server.origin, rules: "    pages:\n      remove: [\"//p[@class='ma']\"]\n"), "feeds.yaml")
    #expect(try await Binary.run(crawl).code == 0)
    #expect(try await Binary.run(crawl).code == 0)
    let out = try await Binary.run("query", "edits", "--all", "--format", "jsonl", "--archive", place.path).output
    let rows = try out.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(rows.count == 1)
    let changes = try #require(rows.first?["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    #expect(changes.first?["before"] as? String == "33")
    #expect(changes.first?["after"] as? String == "40")
    #expect(rows.first?["url"] as? String == server.origin + "/tin/3")
  }

  private static func feeds(_ origin: String, rules: String) -> String {
    """
    version: 1
    network:
      per-host-delay: 0s
      allow-addresses: [127.0.0.1/32]
    archive:
      min-free: 1MB
    policy:
      confirm-after: 0s
    outlets:
      - id: bao
        name: Báo Suối Nậm
        kind: newspaper
        feeds:
          - url: \(origin)/rss
    \(rules)
    """
  }

  private static func feed(_ origin: String) -> String {
    let items = (1...4).map { "<item><title>\(title($0))</title><link>\(origin)/tin/\($0)</link></item>" }
    return "<rss version=\"2.0\"><channel><title>Tin</title>\(items.joined())</channel></rss>"
  }

  private static func title(_ number: Int) -> String { "Bản thứ \(number) có nước sạch" }

  private static func page(_ number: Int, toll: Int) -> String {
    """
    <html><head><title>\(title(number))</title></head><body><div class="main"><h1>\(title(number))</h1>
    <p>Sau nhiều tháng góp công, bản thứ \(number) đã đưa nước từ đầu nguồn về tận sân nhà của \(toll) hộ dân.</p>
    <p class="ma">Mã lưu trữ của bài viết này trong kho của tòa soạn là số \(number * 911).</p>
    <p>Trưởng bản cho biết từ nay trẻ con không phải đi gùi nước lúc trời chưa sáng như những năm trước nữa.</p>
    </div></body></html>
    """
  }
}
