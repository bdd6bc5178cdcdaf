import Fetch
import News
import Parse
import Poll
import TestKit
import Testing

struct DiscoveryTests {
  private static let articles = (1...12).map { "/nuoc-suoi-nam-\($0)-\(250_000 + $0).html" }

  private static func rss(_ paths: ArraySlice<String>, _ origin: String) -> ScriptedAnswer {
    let items = paths.map { path in
      "<item><title>Nước suối</title><link>\(origin)\(path)</link><pubDate>Mon, 01 Jun 2026 08:00:00 +0700</pubDate></item>"
    }
    return .text("<rss version='2.0'><channel>\(items.joined())</channel></rss>", type: "application/rss+xml")
  }

  private static func page(head: String = "", links: ArraySlice<String> = [], body: String = "") -> ScriptedAnswer {
    let list = links.map { "<div><a href='\($0)'>Nước suối Nậm Thi dâng cao</a></div>" }.joined()
    return .text(
      "<html><head><title>Trang chủ | Báo Suối Nậm</title>\(head)</head><body>\(body)\(list)</body></html>",
      type: "text/html")
  }

  /// Looks around at a site that answers by path, and tells what was asked.
  private func discover(
    at path: String = "/", _ answers: @escaping @Sendable (String, String) -> ScriptedAnswer?
  ) async throws -> (report: Discovery.Report, asked: [String], origin: String) {
    let server = try ScriptedServer { request in
      answers(request.path, "http://" + (request.header("Host") ?? "")) ?? .missing
    }
    defer { server.stop() }
    let loopback = try #require(AddressBlock("127.0.0.1/32"))
    let fetcher = Fetcher(policy: FetchPolicy(userAgent: "banluu", perHostDelay: .zero, allowAddresses: [loopback]))
    defer { fetcher.shutDown() }
    let report = try await Discovery(fetcher: fetcher, now: Instant(seconds: 1_800_000_000)).run(server.origin + path)
    return (report, server.requests.map(\.path), server.origin)
  }

  private func urls(_ found: (report: Discovery.Report, asked: [String], origin: String)) -> [String] {
    found.report.sources.map { String($0.source.url.dropFirst(found.origin.utf8.count)) }
  }

  @Test func site_whenItNamesItsFeed_isNotProbed() async throws {
    let found = try await discover { path, origin in
      switch path {
      case "/":
        Self.page(head: "<link rel='alternate' type='application/rss+xml' href='/tin.rss'>", links: Self.articles[...])
      case "/tin.rss": Self.rss(Self.articles[..<8], origin)
      default: nil
      }
    }
    #expect(urls(found) == ["/tin.rss", "/"])
    #expect(found.report.outlet.name == "Báo Suối Nậm")
    #expect(found.report.outlet.kind == .newspaper)
    #expect(found.report.outlet.articleID == #"-(\d{5,8})\.html"#)
    #expect(found.report.sources.map(\.articles.count) == [8, 12])
    #expect(found.report.sources.first?.newest?.rfc3339 == "2026-06-01T01:00:00Z")
    #expect(!found.asked.contains("/rss.xml"))
  }

  @Test func site_whenItNamesNoFeed_isAskedAtTheUsualPlaces() async throws {
    let found = try await discover { path, origin in
      switch path {
      case "/": Self.page()
      case "/rss.xml": Self.rss(Self.articles[...], origin)
      default: nil
      }
    }
    #expect(urls(found) == ["/rss.xml"])
    #expect(!found.asked.contains("/home.rss"))
  }

  @Test func pageThatListsFeeds_isFollowedAndRepeatsAreDropped() async throws {
    let found = try await discover { path, origin in
      switch path {
      case "/": Self.page(body: "<a href='/rss'>RSS</a>")
      case "/rss": Self.page(body: "<a href='/rss/a.rss'>A</a><a href='/rss/b.rss'>B</a><a href='/rss/c.rss'>C</a>")
      case "/rss/a.rss", "/rss/c.rss": Self.rss(Self.articles[..<6], origin)
      case "/rss/b.rss": Self.rss(Self.articles[4...], origin)
      default: nil
      }
    }
    #expect(Set(urls(found)) == ["/rss/a.rss", "/rss/b.rss"])
  }

  @Test func robots_whenItNamesSitemaps_leadsToTheNewest() async throws {
    let found = try await discover { path, origin in
      switch path {
      case "/robots.txt": .text("User-agent: *\nDisallow: /kin\nSitemap: \(origin)/ban-do.xml\n", type: "text/plain")
      case "/": Self.page()
      case "/ban-do.xml":
        .text(
          "<sitemapindex><sitemap><loc>/category.xml</loc></sitemap><sitemap><loc>/moi.xml</loc></sitemap></sitemapindex>",
          type: "text/xml")
      case "/moi.xml":
        .text(
          "<urlset>" + Self.articles.map { "<url><loc>\(origin)\($0)</loc></url>" }.joined() + "</urlset>",
          type: "text/xml")
      default: nil
      }
    }
    #expect(urls(found) == ["/moi.xml"])
    #expect(found.report.sources.first?.source.kind == .sitemap)
    #expect(!found.asked.contains("/category.xml"))
    #expect(!found.asked.contains("/sitemap.xml"))
  }

  @Test func robots_whenItForbids_isObeyed() async throws {
    let found = try await discover { path, origin in
      switch path {
      case "/robots.txt": .text("User-agent: *\nDisallow: /rss\nDisallow: /home.rss\n", type: "text/plain")
      case "/":
        Self.page(
          head: "<link rel='alternate' type='application/rss+xml' href='/rss/home.rss'>", links: Self.articles[...])
      default: Self.rss(Self.articles[...], origin)
      }
    }
    #expect(!found.asked.contains { $0.hasPrefix("/rss") || $0 == "/home.rss" })
    #expect(found.report.notes.contains { $0.contains("/rss/home.rss") })
  }

  @Test func addressOfAFeed_isTakenItself() async throws {
    let found = try await discover(at: "/x/tin.rss") { path, origin in
      path == "/x/tin.rss" ? Self.rss(Self.articles[...], origin) : nil
    }
    #expect(urls(found).first == "/x/tin.rss")
  }

  @Test func feedOfOtherSites_isNoSource() async throws {
    let found = try await discover { path, _ in
      switch path {
      case "/": Self.page(head: "<link rel='alternate' type='application/rss+xml' href='/tin.rss'>")
      case "/tin.rss": Self.rss(Self.articles[...], "https://khac.vn")
      default: nil
      }
    }
    #expect(found.report.sources.isEmpty)
  }

  @Test func outline_makesOneOutletASite() {
    let read = OutlineOutlets.read([
      FeedPart(url: "https://baonam.vn/a.rss", title: "Báo Nậm", home: "https://www.baonam.vn/"),
      FeedPart(url: "https://baonam.vn/b.rss"), FeedPart(url: "ftp://x/y"), FeedPart(url: "https://u:p@z.vn/rss"),
    ])
    #expect(read.outlets.map(\.id) == ["baonam"])
    #expect(read.outlets.first?.sources.map(\.url) == ["https://baonam.vn/a.rss", "https://baonam.vn/b.rss"])
    #expect(read.unusable == ["ftp://x/y", "https://z.vn/rss"])
  }
}
