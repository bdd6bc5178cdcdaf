import Foundation
import TestKit
import Testing

/// A sitemap index as a source, through the binary.
@Suite struct SitemapScenarios {
  private static let site = Site(articles: 4)

  private static func map(_ numbers: ClosedRange<Int>, _ origin: String) -> String {
    let rows = numbers.map { "<url><loc>\(origin)\(site.path($0))</loc></url>" }
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(rows.joined())</urlset>"
  }

  private static func index(_ names: [String], _ origin: String) -> ScriptedAnswer {
    let rows = names.map { "<sitemap><loc>\(origin)/\($0)</loc></sitemap>" }
    return .text("<sitemapindex>\(rows.joined())</sitemapindex>", type: "text/xml", ["ETag: \"index\""])
  }

  /// The text packed as a file, not in transfer: `sitemap.xml.gz`.
  private static func packed(_ text: String) throws -> [UInt8] {
    let base64 = try Shell.output("printf %s \"$1\" | gzip -n | base64 -w 0", text)
    return Array(try #require(Data(base64Encoded: base64)))
  }

  @Test func crawl_whenTheSourceIsAnIndex_archivesTheArticlesOfItsSitemaps() async throws {
    let crawl = try ScenarioCrawl(kind: "sitemap") { request, origin in
      switch request.path {
      case Site.feedPath where request.header("If-None-Match") != nil: ScriptedAnswer("304 Not Modified")
      case Site.feedPath: Self.index(["1.xml", "2.xml.gz", "sitemap-image.xml"], origin)
      case "/1.xml" where request.header("If-None-Match") == "\"one\"": ScriptedAnswer("304 Not Modified")
      case "/1.xml": .text(Self.map(1...2, origin), type: "text/xml", ["ETag: \"one\""])
      case "/2.xml.gz":
        ScriptedAnswer(
          "200 OK", ["Content-Type: application/x-gzip"], body: (try? Self.packed(Self.map(3...4, origin))) ?? [])
      default: Self.site.answer(request, origin: origin)
      }
    }
    defer { crawl.server.stop() }
    let first = try await crawl.run()
    #expect(first.code == 0)
    #expect(first.errors.isEmpty)
    #expect(try crawl.contents.versions == 4)
    #expect(try await crawl.run().code == 0)
    #expect(try crawl.contents.articles == 4)
    let asked = crawl.server.requests.filter { $0.path.contains(".xml") }
    #expect(asked.map(\.path) == ["/1.xml", "/2.xml.gz", "/1.xml", "/2.xml.gz"])
    #expect(asked.map { $0.header("If-None-Match") } == [nil, nil, "\"one\"", nil])
  }

  @Test func crawl_whenASitemapOfTheIndexIsMissing_saysSoAndReadsTheOthers() async throws {
    let crawl = try ScenarioCrawl(kind: "sitemap") { request, origin in
      switch request.path {
      case Site.feedPath: Self.index(["1.xml", "2.xml"], origin)
      case "/1.xml": .text(Self.map(1...3, origin), type: "text/xml")
      default: Self.site.answer(request, origin: origin)
      }
    }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 0)
    let origin = crawl.server.origin
    #expect(
      outcome.errors == "banluu: 1 of 2 sitemaps of \(origin)/rss failed: \(origin)/2.xml answered 404; "
        + "give the address that it has now\n")
    #expect(try crawl.contents.articles == 3)
  }
}
