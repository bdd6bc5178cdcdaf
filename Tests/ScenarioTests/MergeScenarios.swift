import Foundation
import Synchronization
import TestKit
import Testing

/// Articles taken for one, shown with their aliases, and parted again by a person.
@Suite struct MergeScenarios {
  private static let words = """
    <html><head><title>Suối Nậm dâng nhanh sau mưa đêm</title></head><body><article><h1>Suối Nậm dâng nhanh sau mưa đêm</h1>
    <p>Mực nước suối Nậm lúc sáu giờ sáng nay cao hơn hôm qua bốn mươi phân, ngập hai ngầm tràn ở xã Bản Luông.</p>
    <p>Ủy ban xã đã cử người canh gác hai đầu ngầm và nhắc bà con chưa qua lại cho tới khi nước rút hẳn.</p>
    </article></body></html>
    """

  /// An outlet whose article gets a second address; the first one redirects to it from then on.
  private final class Outlet: Sendable {
    private let hasMoved = Mutex(false)

    func move() { hasMoved.withLock { $0 = true } }

    func answer(_ request: ScriptedRequest, _ origin: String) -> ScriptedAnswer {
      let hasMoved = hasMoved.withLock { $0 }
      switch request.path {
      case Site.feedPath:
        let paths = hasMoved ? ["/moi-2", "/cu-1"] : ["/cu-1"]
        let items = paths.map {
          "<item><title>Suối Nậm dâng nhanh sau mưa đêm</title><link>\(origin)\($0)</link></item>"
        }
        return .text(
          "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>", type: "application/rss+xml")
      case "/cu-1" where hasMoved: return .moved(to: "/moi-2", "301 Moved Permanently")
      case "/cu-1", "/moi-2": return .text(MergeScenarios.words, type: "text/html; charset=utf-8")
      default: return .missing
      }
    }
  }

  private func item(_ crawl: ScenarioCrawl) async throws -> [String: Any] {
    let text = try await crawl.query("item", "\(crawl.server.origin)/cu-1", "--json").output
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func merges(_ crawl: ScenarioCrawl) async throws -> [[String: Any]] {
    try await item(crawl)["merges"] as? [[String: Any]] ?? []
  }

  @Test func unmerge_whenTwoWereTakenForOne_partsThemForGood() async throws {
    let outlet = Outlet()
    let crawl = try ScenarioCrawl { outlet.answer($0, $1) }
    defer { crawl.server.stop() }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    outlet.move()
    for _ in 0..<2 { #expect(try await crawl.run("--recheck", "all").code == 0) }

    let merge = try #require(try await merges(crawl).first)
    let number = "\(try #require(merge["article"] as? Int))"
    #expect(merge["undone_at"] == nil)
    let origin = crawl.server.origin.dropFirst("http://".count)
    let aliases = try #require(try await item(crawl)["aliases"] as? [String])
    #expect(aliases.contains("url:\(origin)/moi-2"))
    let shown = try await crawl.query("item", "\(crawl.server.origin)/cu-1", "--aliases").output
    #expect(shown.contains("   url:\(origin)/moi-2\n"))
    #expect(
      shown.split(separator: "\n").contains("      banluu unmerge \(number) --reason …"))

    let silent = try await unmerge(number, "  ", crawl)
    #expect(silent.code == 64)
    let parted = try await unmerge(number, "hai bài khác nhau", crawl)
    #expect(parted.code == 0)
    let undone = try #require(try await merges(crawl).first)
    #expect(undone["undone_at"] is String)
    #expect(undone["undone_why"] as? String == "hai bài khác nhau")
    #expect(try await item(crawl)["aliases"] as? [String] == ["url:\(origin)/cu-1"])
    let other = try await crawl.query("item", "\(crawl.server.origin)/moi-2", "--json").output
    #expect(other.contains("\"url\":\"\(crawl.server.origin)/moi-2\""))

    for _ in 0..<2 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    #expect(try await merges(crawl).count == 1)
    #expect(try await merges(crawl).first?["undone_at"] is String)
    let again = try await unmerge(number, "lần nữa", crawl)
    #expect(again.code == 66)
    #expect(again.errors.contains("article \(number) is merged with none"))
  }

  private func unmerge(_ number: String, _ reason: String, _ crawl: ScenarioCrawl) async throws -> Binary.Outcome {
    try await Binary.run("unmerge", number, "--reason", reason, "--archive", crawl.place.path)
  }
}
