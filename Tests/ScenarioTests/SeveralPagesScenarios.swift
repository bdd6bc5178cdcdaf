import Foundation
import GRDB
import Synchronization
import TestKit
import Testing

@testable import Archive

/// Articles cut into several pages: their text is that of all pages, and so is their proof.
@Suite struct SeveralPagesScenarios {
  /// An outlet of one article on three pages, whose answers can be changed.
  private final class Outlet: Sendable {
    struct State {
      var toll = 48
      var statuses: [Int: String] = [:]
      var pages = 3
    }

    let state = Mutex(State())

    func answer(_ request: ScriptedRequest, origin: String) -> ScriptedAnswer {
      if request.path == Site.feedPath {
        let item = "<item><title>\(Self.title)</title><link>\(origin)/tin/cau-7.html</link></item>"
        return .text("<rss version=\"2.0\"><channel>\(item)</channel></rss>", type: "application/rss+xml")
      }
      let state = state.withLock { $0 }
      guard request.path.hasPrefix("/tin/cau-7.html"),
        let number = request.path.split(separator: "=").count == 1
          ? 1 : request.path.last.flatMap({ Int(String($0)) })
      else { return .missing }
      if let status = state.statuses[number] { return ScriptedAnswer(status) }
      guard number <= state.pages else { return .missing }
      let tag = "\"\(number)-\(number == 2 ? state.toll : 0)-\(state.pages)\""
      if request.header("If-None-Match") == tag { return ScriptedAnswer("304 Not Modified") }
      return .text(Self.page(number, state), type: "text/html; charset=utf-8", ["ETag: \(tag)"])
    }

    static let title = "Khánh thành cầu treo qua suối Nậm Mạ"

    private static func page(_ number: Int, _ state: State) -> String {
      let texts = [
        "Sáng nay, xã Nậm Mạ khánh thành cây cầu treo, thay cho bè mảng mà dân bản vẫn dùng bao nhiêu năm qua.",
        "Cây cầu dài \(state.toll) m, kinh phí 1,5 tỷ đồng, trong đó người dân đóng góp 200 ngày công đào móng.",
        "Theo kế hoạch, đến cuối năm xã sẽ làm thêm hai cầu nữa ở bản Huổi Lặc và bản Nà Phầy, nối với đường liên xã.",
      ]
      let pager = (1...max(2, state.pages)).map { "<a href=\"/tin/cau-7.html?trang=\($0)\">\($0)</a>" }.joined(
        separator: " ")
      let next = "<a rel=\"next\" href=\"/tin/cho-8.html\">Chợ phiên cuối năm đông vui</a>"
      return """
        <html><head><title>\(title)</title></head><body><div class="main"><h1>\(title)</h1><p>\(texts[number - 1])</p>
        <p>Đoạn cuối của trang \(number) kể rằng bà con đã chờ ngày này từ rất lâu, ai cũng mừng.</p>
        <p class="ma">Mã lưu trữ của trang này trong kho của tòa soạn là số \(number * 911).</p>
        <div class="phan-trang">\(state.pages > 1 ? pager : "")</div></div>\(next)</body></html>
        """
    }
  }

  private func world() throws -> (Outlet, ScenarioCrawl) {
    let outlet = Outlet()
    return (outlet, try ScenarioCrawl { outlet.answer($0, origin: $1) })
  }

  private func events(_ crawl: ScenarioCrawl) async throws -> [[String: Any]] {
    let out = try await crawl.query("edits", "--all", "--format", "jsonl").output
    return try out.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func pages(_ crawl: ScenarioCrawl) throws -> [String] {
    try ArchiveDatabase.openReader(folder: crawl.place.path).read { db in
      try String.fetchAll(db, sql: "SELECT number || '.' || page FROM page ORDER BY number, page")
    }
  }

  @Test func text_ofAnArticleOnThreePages_isThatOfAllInOrder() async throws {
    let (_, crawl) = try world()
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let text = try await crawl.query("item", "\(crawl.server.origin)/tin/cau-7.html?trang=2", "--json").output
    let places = ["Sáng nay", "của trang 1", "dài 48 m", "của trang 2", "Theo kế hoạch", "của trang 3"].map {
      text.range(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(!crawl.server.requests.contains { $0.path.contains("cho-8") || $0.path.contains("trang=4") })
    #expect(try pages(crawl) == ["1.1", "1.2", "1.3"])
  }

  @Test func edit_onTheSecondPage_isFoundThoughTheFirstIsUnchanged() async throws {
    let (outlet, crawl) = try world()
    defer { crawl.server.stop() }
    for _ in 0..<3 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    #expect(try await events(crawl).isEmpty)
    outlet.state.withLock { $0.toll = 84 }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    let found = try await events(crawl)
    #expect(found.count == 1)
    let changes = try #require(found.first?["changes"] as? [[String: Any]])
    #expect(changes.map { $0["before"] as? String } == ["48 m"])
    #expect(changes.map { $0["after"] as? String } == ["84 m"])
  }

  @Test(arguments: ["500 Oops", "404 Not Found", "403 Forbidden", "301 Moved Permanently"])
  func look_whenTheSecondPageDoesNotAnswer_provesNothing(status: String) async throws {
    let (outlet, crawl) = try world()
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    outlet.state.withLock { $0.statuses[2] = status }
    for _ in 0..<2 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    outlet.state.withLock { $0.statuses[2] = nil }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    #expect(try await events(crawl).isEmpty)
    #expect(try pages(crawl) == ["1.1", "1.2", "1.3"])
  }

  @Test func article_whoseLaterPagesWereNeverThere_isKeptAndGrowsWithoutAnEdit() async throws {
    let (outlet, crawl) = try world()
    defer { crawl.server.stop() }
    outlet.state.withLock { $0.statuses[2] = "404 Not Found" }
    #expect(try await crawl.run().code == 0)
    #expect(try pages(crawl) == ["1.1"])
    outlet.state.withLock { $0.statuses[2] = nil }
    for _ in 0..<2 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    #expect(try await events(crawl).isEmpty)
    #expect(try pages(crawl) == ["1.1", "2.1", "2.2", "2.3"])
  }

  @Test func pages_readByNewRules_makeNoEdit() async throws {
    let (_, crawl) = try world()
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let rules = "    pages:\n      remove: [\"//p[@class='ma']\"]\n"
    _ = try crawl.place.write(FeedsText.watching(crawl.server.origin + Site.feedPath) + rules, "feeds.yaml")
    #expect(try await crawl.run("--recheck", "all").code == 0)
    #expect(try await events(crawl).isEmpty)
    #expect(try pages(crawl).count == 6)
  }

  @Test func proof_ofAnArticleOnThreePages_holdsForEach() async throws {
    let (_, crawl) = try world()
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let archive = ["--archive", crawl.place.path]
    #expect(try await Binary.run(["verify", "--full"] + archive).code == 0)
    let proof = try await Binary.run(["log", "proof", "\(crawl.server.origin)/tin/cau-7.html"] + archive)
    let extra = try #require(proof.output.split(separator: "\n").first { $0.hasPrefix("extra ") }?.dropFirst(6))
    let bytes = try #require(Data(base64Encoded: String(extra)))
    let record = String(decoding: bytes, as: UTF8.self)
    let line = try #require(record.split(separator: "\n").first { $0.hasPrefix("further_sha256 ") })
    #expect(line.split(separator: " ").count == 3)
    let index = try await Binary.run(["export", "cdxj"] + archive).output
    #expect(index.split(separator: "\n").count { $0.contains("/tin/cau-7.html?trang=") } == 2)
    #expect(try await Binary.run(["rebuild"] + archive).code == 0)
    #expect(try pages(crawl) == ["1.1", "1.2", "1.3"])
    let withhold = ["withhold", "\(crawl.server.origin)/tin/cau-7.html", "--reason", "theo bản án", "--erase"]
    #expect(try await Binary.run(withhold + archive).code == 0)
    let report = try await Binary.run(["verify", "--full", "--json"] + archive)
    #expect(report.code == 0)
    let stored = try ArchiveDatabase.openReader(folder: crawl.place.path).read { db in
      try Row.fetchAll(db, sql: "SELECT segment, offset, length FROM page")
    }
    for place in stored {
      let file = try #require(FileHandle(forReadingAtPath: "\(crawl.place.path)/warc/\(place["segment"] as String)"))
      try file.seek(toOffset: UInt64(place["offset"] as Int64))
      let member = try #require(try file.read(upToCount: place["length"]))
      let record = try #require(GzipMember.decompress(Array(member)))
      #expect(!String(decoding: record, as: UTF8.self).contains("Nậm Mạ"))
    }
  }
}
