import Foundation
import TestKit
import Testing

@Suite struct MovedOutletScenarios {
  @Test func crawl_whenAnOutletMovesWithoutRedirects_findsItsArticlesAgain() async throws {
    let outlet = MovingOutlet(stories: 24)
    let crawl = try ScenarioCrawl { outlet.answer($0, origin: $1) }
    defer { crawl.server.stop() }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    outlet.move()
    for _ in 0..<3 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    let kinds = try await events(crawl)
    #expect(kinds["deleted"] == nil)
    #expect(kinds["edited"] == nil)
    #expect(kinds["moved"] == 24)
    #expect(kinds["lost"] == nil)
    let text = try await crawl.query("item", "\(crawl.server.origin)/vi/tin/bai?id=7", "--json")
    let item = try #require(JSONSerialization.jsonObject(with: Data(text.output.utf8)) as? [String: Any])
    #expect(item["url"] as? String == "\(crawl.server.origin)/thoi-su/bai-7.html")
    #expect(item["state"] as? String == "live")
  }

  @Test(arguments: [MovingOutlet(stories: 24), MovingOutlet(MovingOutlet.series(24))])
  func crawl_whenMovedArticlesAreNotFoundAgain_tellsOfTheLossOnce(_ outlet: MovingOutlet) async throws {
    let crawl = try ScenarioCrawl { outlet.answer($0, origin: $1) }
    defer { crawl.server.stop() }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    outlet.move(listing: 12)
    for _ in 0..<3 { #expect(try await crawl.run("--recheck", "all").code == 0) }
    let kinds = try await events(crawl)
    #expect(kinds == ["moved": 12, "lost": 1])
    let shown = try await crawl.query("edits").output
    #expect(shown.contains("\(24 - 12) addresses"))
    #expect(try await Binary.run(["verify", "--full", "--archive", crawl.place.path]).code == 0)
    #expect(try await Binary.run(["rebuild", "--archive", crawl.place.path]).code == 0)
    #expect(try await events(crawl) == kinds)
  }

  private func events(_ crawl: ScenarioCrawl) async throws -> [String: Int] {
    let out = try await crawl.query("edits", "--all", "--format", "jsonl").output
    return try out.split(separator: "\n").reduce(into: [:]) { counts, line in
      let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      counts[row["event"] as? String ?? "", default: 0] += 1
    }
  }
}
