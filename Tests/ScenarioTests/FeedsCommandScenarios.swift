import Foundation
import TestKit
import Testing

/// `feeds discover`, `feeds add`, `feeds opml` and `import opml`, as a user types them.
@Suite struct FeedsCommandScenarios {
  @Test func feedsAdd_whenASiteHasAFeed_writesItAndACrawlFollowsIt() async throws {
    let site = Site(articles: 6)
    let place = try TemporaryArchive()
    let server = try ScriptedServer { request in
      let origin = "http://\(request.header("Host") ?? "")"
      guard request.path == "/" else { return site.answer(request, origin: origin) }
      return .text(
        "<html><head><title>Báo Suối Nậm</title><link rel='alternate' type='application/rss+xml' href='/rss'></head>"
          + "<body></body></html>", type: "text/html")
    }
    defer { server.stop() }
    let before = """
      version: 1
      network: # của tôi
        per-host-delay: 0s
        allow-addresses: [127.0.0.1/32]
      archive:
        min-free: 1MB
      outlets: []

      """
    let feeds = try place.write(before, "feeds.yaml")
    let found = try await Binary.run("feeds", "discover", server.origin, "--feeds", feeds)
    #expect(found.code == 0)
    #expect(found.output.contains("      # rss20, 6 entries\n      - url: \(server.origin)/rss\n"))
    #expect(try String(contentsOfFile: feeds, encoding: .utf8) == before)
    #expect(try await Binary.run("feeds", "add", server.origin, "--id", "nam", "--feeds", feeds).code == 0)
    #expect(try String(contentsOfFile: feeds, encoding: .utf8).contains("network: # của tôi"))
    let crawl = try await Binary.run("crawl", "--feeds", feeds, "--archive", place.path, "--json")
    #expect(crawl.code == 0)
    #expect(crawl.output.contains("\"new\":6"))
  }

  @Test func feedsDiscover_whenNothingIsThere_exits69() async throws {
    let server = try ScriptedServer { _ in .missing }
    defer { server.stop() }
    let place = try TemporaryArchive()
    let feeds = try place.write(FeedsText.watching(server.origin + "/rss"), "feeds.yaml")
    let outcome = try await Binary.run("feeds", "discover", server.origin, "--feeds", feeds)
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("answered 404"))
  }

  @Test func opml_whenPrintedAndImported_isTheSame() async throws {
    let place = try TemporaryArchive()
    let feeds = try place.write(FeedsText.watching("https://suoinam.vn/rss?a=1&b=2"), "feeds.yaml")
    let printed = try await Binary.run("feeds", "opml", "--feeds", feeds)
    let outline = try place.write(printed.output, "nguon.opml")
    let other = place.folder + "/khac.yaml"
    let imported = try await Binary.run("import", "opml", outline, "--feeds", other)
    #expect(imported.code == 0, "\(imported.errors)")
    #expect(try String(contentsOfFile: other, encoding: .utf8).contains("- url: https://suoinam.vn/rss?a=1&b=2"))
    #expect(try await Binary.run("feeds", "check", "--feeds", other).code == 0)
  }
}
