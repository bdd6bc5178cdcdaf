import Archive
import Foundation
import News
import Synchronization
import TestKit
import Testing

@testable import Poll

/// An index of sitemaps as a source, over hours on a clock moved by hand.
@Suite struct SitemapIndexTests {
  private static func index(_ parts: [(String, String?)]) -> ScriptedAnswer {
    let rows = parts.map { part in
      "<sitemap><loc>\(part.0)</loc>\(part.1.map { "<lastmod>\($0)</lastmod>" } ?? "")</sitemap>"
    }
    return .text("<sitemapindex>\(rows.joined())</sitemapindex>", type: "text/xml", ["ETag: \"index\""])
  }

  private static func map(_ links: String..., etag: String = "map") -> ScriptedAnswer {
    let rows = links.map { "<url><loc>\($0)</loc><lastmod>2026-11-23</lastmod></url>" }
    return .text("<urlset>\(rows.joined())</urlset>", type: "text/xml", ["ETag: \"\(etag)\""])
  }

  private func articles(_ world: PollWorld) async throws -> Set<String> {
    let errands = try await world.archive.errands(
      .all, named: [], outlets: ["bao"], dueOnly: false, at: PollWorld.start)
    return Set(errands.compactMap { URL(string: $0.url)?.path })
  }

  private func requests(_ world: PollWorld, _ path: String) -> [ScriptedRequest] {
    world.server.requests.filter { $0.path == path }
  }

  @Test func index_whenPolled_yieldsTheEntriesOfItsSitemaps() async throws {
    let world = try PollWorld(kind: .sitemap) { request, _ in
      switch request.path {
      case "/rss": Self.index([("/1.xml", "2026-11-23"), ("/news.xml", nil), ("/old.xml", "2019-01-01")])
      case "/1.xml": Self.map("/tin-1", "/tin-2")
      case "/news.xml": Self.map("/tin-2", "/tin-3")
      default: .missing
      }
    }
    try await world.run(minutes: 1)
    #expect(try await articles(world) == ["/tin-1", "/tin-2", "/tin-3"])
    #expect(try await world.source?.outcome == "ok")
    let paths = world.server.requests.map(\.path).filter { $0.hasSuffix(".xml") }
    #expect(paths == ["/news.xml", "/1.xml"])
  }

  @Test func index_whenItHasNotChanged_stillHasItsUndatedSitemapsAskedConditionally() async throws {
    let world = try PollWorld(kind: .sitemap) { request, at in
      switch (request.path, request.header("If-None-Match")) {
      case ("/rss", "\"index\""): ScriptedAnswer("304 Not Modified")
      case ("/rss", _): Self.index([("/1.xml", "2026-11-23T00:00:00Z"), ("/news.xml", nil)])
      case ("/1.xml", _): Self.map("/tin-1")
      case ("/news.xml", "\"a\"") where at < .seconds(3600): ScriptedAnswer("304 Not Modified")
      case ("/news.xml", "\"b\""): ScriptedAnswer("304 Not Modified")
      case ("/news.xml", _): at < .seconds(3600) ? Self.map("/tin-2", etag: "a") : Self.map("/tin-3", etag: "b")
      default: .missing
      }
    }
    try await world.run(minutes: 150)
    #expect(try await articles(world) == ["/tin-1", "/tin-2", "/tin-3"])
    #expect(requests(world, "/1.xml").count == 1)
    let tags = requests(world, "/news.xml").map { $0.header("If-None-Match") }
    #expect(tags.count >= 8)
    #expect(tags.first == .some(nil))
    #expect(tags.dropFirst().allSatisfy { $0 == "\"a\"" || $0 == "\"b\"" })
    #expect(try await world.source?.outcome == "not-modified")
  }

  @Test func index_whenItNamesHundreds_isFollowedAFewAtATime() async throws {
    let world = try PollWorld(kind: .sitemap) { request, _ in
      request.path == "/rss"
        ? Self.index((1...300).map { ("/\($0).xml", nil) }) : Self.map("/tin" + request.path.dropLast(4))
    }
    try await world.run(minutes: 1)
    #expect(world.server.requests.count { $0.path.hasSuffix(".xml") } == SitemapPlan.perPoll)
    try await world.run(minutes: 60)
    let maps = world.server.requests.map(\.path).filter { $0.hasSuffix(".xml") }
    #expect(maps.count == Set(maps).count)
  }

  @Test func index_insideAnIndex_isRefusedAndTheRestIsRead() async throws {
    let world = try PollWorld(kind: .sitemap) { request, _ in
      switch request.path {
      case "/rss": Self.index([("/deep.xml", "2026-11-23T12:00:00Z"), ("/1.xml", "2026-11-23T11:00:00Z")])
      case "/deep.xml": Self.index([("/deeper.xml", nil)])
      case "/1.xml": Self.map("/tin-1")
      default: .missing
      }
    }
    try await world.run(minutes: 1)
    #expect(try await articles(world) == ["/tin-1"])
    #expect(requests(world, "/deeper.xml").isEmpty)
    #expect(try await world.source?.outcome == "ok")
  }

  @Test func index_whoseSitemapsAllFail_fails() async throws {
    let world = try PollWorld(kind: .sitemap) { request, _ in
      request.path == "/rss" ? Self.index([("/1.xml", nil), ("/2.xml", nil)]) : .missing
    }
    try await world.run(minutes: 1)
    #expect(try await world.source?.outcome == "failed(status 404)")
    #expect(try await world.source?.failures == 1)
  }

  @Test func sitemaps_thatRobotsForbids_areNotAskedFor() async throws {
    let world = try PollWorld(kind: .sitemap) { request, _ in
      switch request.path {
      case "/robots.txt": .text("User-agent: *\nDisallow: /kin/", type: "text/plain")
      case "/rss": Self.index([("/kin/1.xml", nil), ("/2.xml", nil)])
      case "/2.xml": Self.map("/tin-2")
      default: .missing
      }
    }
    try await world.run(minutes: 1)
    #expect(requests(world, "/kin/1.xml").isEmpty)
    #expect(try await articles(world) == ["/tin-2"])
  }

  @Test func round_whenASitemapAnswers429_asksNoMoreOfTheHost() async throws {
    let world = try PollWorld(kind: .sitemap) { request, _ in
      switch request.path {
      case "/rss": Self.index([("/1.xml", nil), ("/2.xml", nil)])
      case "/robots.txt": .missing
      default: ScriptedAnswer("429 Too Many Requests", ["Retry-After: 7200"])
      }
    }
    try await world.run(minutes: 60)
    #expect(world.server.requests.count { $0.path.hasSuffix(".xml") } == 1)
    #expect(try await world.source?.outcome == "blocked")
  }
}
