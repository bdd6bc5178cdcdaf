import Foundation
import Synchronization
import TestKit
import Testing

@Suite struct EditFilterScenarios {
  @Test func queryEdits_whenFiltersAreJoined_listsWhatAllOfThemAllow() async throws {
    let isEdited = Mutex(false)
    let crawl = try ScenarioCrawl { request, origin in
      if request.path == Site.feedPath { return .text(Self.feed(origin), type: "application/rss+xml") }
      let page = isEdited.withLock { $0 } ? Self.after : Self.before
      guard let words = page[request.path] else { return .missing }
      return .text(Self.page(request.path, words), type: "text/html; charset=utf-8")
    }
    defer { crawl.server.stop() }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    isEdited.withLock { $0 = true }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    func found(_ filters: String...) async throws -> [String] {
      let all = ["query", "edits", "--format", "jsonl", "--archive", crawl.place.path] + filters
      let lines = try await Binary.run(all).output.split(separator: "\n")
      return try lines.map { line in
        let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return String((row["url"] as? String ?? "").suffix(2))
      }.sorted()
    }
    #expect(try await found() == ["/1", "/2", "/3"])
    #expect(try await found("--all") == ["/1", "/2", "/3", "/4"])
    #expect(try await found("--all", "--min-severity", "S4") == ["/1", "/3"])
    #expect(try await found("--class", "number") == ["/1", "/3"])
    #expect(try await found("--class", "number", "--class", "wording") == ["/1", "/2", "/3"])
    #expect(try await found("--class", "number", "--silent") == ["/1"])
    #expect(try await found("--silent", "--min-severity", "S4", "--outlet", "bao", "--since", "1h") == ["/1"])
    #expect(try await found("--outlet", "khac") == [])
    #expect(try await found("--match", "bến đò", "--since", "today") == ["/2"])
    let atom = try await crawl.query("edits", "--class", "number", "--silent", "--format", "atom").output
    #expect(atom.components(separatedBy: "<entry>").count == 2)
  }

  private static let before = [
    "/tin/1": "Sau trận mưa đêm qua cả xã có 3 ngôi nhà bị tốc mái, bà con đang giúp nhau lợp lại.",
    "/tin/2": "Người qua bến đò mỗi sáng rất đông, phần lớn là học trò và người đi chợ huyện.",
    "/tin/3": "Vụ này cả hợp tác xã thu được 40 tấn cam, giá bán tại vườn cao hơn vụ trước.",
    "/tin/4": "Kỳ thi của các em lớp lá diễn ra vui vẻ giữa sân đình trong tiếng trống trường.",
  ]
  private static let after = [
    "/tin/1": "Sau trận mưa đêm qua cả xã có 13 ngôi nhà bị tốc mái, bà con đang giúp nhau lợp lại.",
    "/tin/2": "Người qua bến đò mỗi sáng khá đông, phần lớn là học trò và người đi chợ huyện.",
    "/tin/3": "Vụ này cả hợp tác xã thu được 14 tấn cam, giá bán tại vườn cao hơn vụ trước.</p>"
      + "<p>Đính chính: bản trước của bài in sai sản lượng.",
    "/tin/4": "Kì thi của các em lớp lá diễn ra vui vẻ giữa sân đình trong tiếng trống trường.",
  ]

  private static func feed(_ origin: String) -> String {
    let items = before.keys.sorted().map { "<item><title>\(title($0))</title><link>\(origin)\($0)</link></item>" }
    return "<rss version=\"2.0\"><channel><title>Tin</title>\(items.joined())</channel></rss>"
  }

  private static func title(_ path: String) -> String { "Chuyện trong xã, mẩu số \(path.suffix(1))" }

  private static func page(_ path: String, _ words: String) -> String {
    """
    <html><head><title>\(title(path))</title></head><body><div class="main"><h1>\(title(path))</h1>
    <p>\(words)</p><p>Mẩu chuyện này do bạn đọc ở xã gửi về tòa soạn trong tuần vừa rồi.</p></div></body></html>
    """
  }
}
