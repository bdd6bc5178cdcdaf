import Foundation
import TestKit
import Testing

/// What a source may answer, and what is said of it.
@Suite struct SourceScenarios {
  private func crawling(_ answer: ScriptedAnswer) throws -> ScenarioCrawl { try ScenarioCrawl { _, _ in answer } }

  @Test func crawl_whenTheHostIsUnreachable_exits69() async throws {
    let crawl = try crawling(.missing)
    // Nobody listens at the port once the server has let go of it.
    let place = try TemporaryArchive()
    let feeds = try place.write(
      FeedsText.watching("http://127.0.0.3:\(crawl.server.port)/rss", allowing: "127.0.0.0/8"), "feeds.yaml")
    defer { crawl.server.stop() }
    let outcome = try await Binary.run("crawl", "--feeds", feeds, "--archive", place.path)
    #expect(outcome.code == 69)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.hasPrefix("banluu: http://127.0.0.3:\(crawl.server.port)/rss: "))
    #expect(outcome.errors.contains("it is tried again later"))
  }

  @Test func crawl_whenTheAddressIsNotAllowed_exits69AndConnectsNowhere() async throws {
    let crawl = try ScenarioCrawl(allowing: "127.0.0.9/32") { _, _ in .missing }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("127.0.0.1, which is not a public address"))
    #expect(outcome.errors.contains("allow-addresses"))
    #expect(crawl.server.requests.isEmpty)
  }

  @Test func crawl_whenTheFeedIsHTML_exits69AndSaysItIsNoFeed() async throws {
    let crawl = try crawling(.text("<!DOCTYPE html><html><body><p>Trang chủ</p></body></html>", type: "text/html"))
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(
      outcome.errors == "banluu: \(crawl.server.origin)/rss is not a feed: an HTML page; give the feed's own address, "
        + "or `kind: listing` for a page of links\n")
  }

  @Test func crawl_whenTheFeedHasNoEntries_exits0AndSaysSo() async throws {
    let crawl = try crawling(.text("<rss version=\"2.0\"><channel></channel></rss>", type: "application/rss+xml"))
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 0)
    #expect(outcome.errors == "banluu: \(crawl.server.origin)/rss has no entries; check the address if that lasts\n")
  }

  @Test func crawl_whenTheFeedIsCutShort_keepsWhatStoodBeforeAndAsksForAllAgain() async throws {
    let site = Site(articles: 4)
    let crawl = try ScenarioCrawl { request, origin in
      guard request.path == Site.feedPath else { return site.answer(request, origin: origin) }
      let feed = site.feed(origin: origin)
      let cut = feed.range(of: "<item><title>Bản tin thủy văn số 4").map { feed[..<$0.lowerBound] } ?? ""
      return .text(cut + "<item><title>Bản tin thủy", type: "application/rss+xml", ["ETag: \"cut\""])
    }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("banluu: \(crawl.server.origin)/rss is damaged; 3 entries before the damage"))
    #expect(try crawl.contents.articles == 3)
    _ = try await crawl.run()
    let polls = crawl.server.requests.filter { $0.path == Site.feedPath }
    #expect(polls.count == 2)
    #expect(polls.allSatisfy { $0.header("If-None-Match") == nil })
  }

  @Test func crawl_whenTheFeedDeclaresEntities_exits69AndRefusesIt() async throws {
    let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    let bomb = "<!DOCTYPE rss [<!ENTITY l0 \"nước\">\(entities)]><rss><channel><title>&l9;</title></channel></rss>"
    let crawl = try crawling(.text(bomb, type: "application/rss+xml"))
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.contains("the document type declares entities in line 1; it is refused"))
  }

  @Test func crawl_whenTheConnectionIsCut_exits69() async throws {
    let crawl = try crawling(ScriptedAnswer(body: Array("<rss>".utf8), ending: .early))
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("the answer ended before its stated length"))
  }
}
