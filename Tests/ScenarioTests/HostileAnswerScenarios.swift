import TestKit
import Testing

/// Answers made to hurt, as a feed and as an article's page.
@Suite struct HostileAnswerScenarios {
  private static let tooLarge = "the answer is too large (more than 8388608 bytes); nothing of it is kept"

  /// A feed of two articles, the first of which answers with `answer`.
  private func site(_ answer: @escaping @Sendable (_ origin: String) -> ScriptedAnswer) throws -> ScenarioCrawl {
    let site = Site(articles: 2)
    return try ScenarioCrawl { request, origin in
      request.path == site.path(1) ? answer(origin) : site.answer(request, origin: origin)
    }
  }

  /// The other article is kept, the hostile one is told of, and the round is a success.
  private func expectOnlyTheOther(_ crawl: ScenarioCrawl, saying words: String) async throws {
    let outcome = try await crawl.run()
    #expect(outcome.code == 0)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.hasPrefix("banluu: \(crawl.server.origin)\(Site().path(1))"))
    #expect(outcome.errors.contains(words))
    #expect(outcome.output.contains(#""articles":{"failed":1,"looked":2,"new":1}"#))
    let contents = try crawl.contents
    #expect(contents.versions == 1)
    #expect(contents.warcBytes < 10_000)
  }

  @Test func crawl_whenTheFeedNeverEnds_exits69() async throws {
    let crawl = try ScenarioCrawl { _, _ in ScriptedAnswer(ending: .endless) }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains(Self.tooLarge))
  }

  @Test func crawl_whenTheFeedIsAGzipBomb_exits69() async throws {
    let bomb = GzipBomb.zeros(count: 100 << 20)
    let crawl = try ScenarioCrawl { _, _ in ScriptedAnswer("200 OK", ["Content-Encoding: gzip"], body: bomb) }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains(Self.tooLarge))
  }

  @Test func crawl_whenAPageHas100MiB_stopsAndStoresNothingOfIt() async throws {
    let mebibyte = [UInt8](repeating: 0x20, count: 1 << 20)
    let crawl = try site { _ in
      var answer = ScriptedAnswer("200 OK", ["Content-Type: text/html"])
      answer.chunks = Array(repeating: mebibyte, count: 100)
      return answer
    }
    defer { crawl.server.stop() }
    try await expectOnlyTheOther(crawl, saying: Self.tooLarge)
  }

  @Test func crawl_whenAPageIsAGzipBomb_storesNothingOfIt() async throws {
    let bomb = GzipBomb.zeros(count: 100 << 20)
    let crawl = try site { _ in ScriptedAnswer("200 OK", ["Content-Encoding: gzip"], body: bomb) }
    defer { crawl.server.stop() }
    try await expectOnlyTheOther(crawl, saying: Self.tooLarge)
  }

  @Test func crawl_whenAPageRedirectsForEver_givesItUp() async throws {
    let crawl = try site { origin in .moved(to: origin + Site().path(1)) }
    defer { crawl.server.stop() }
    try await expectOnlyTheOther(crawl, saying: "redirects in a loop or too often")
  }

  @Test func crawl_whenTheFeedRedirectsForEver_exits69() async throws {
    let crawl = try ScenarioCrawl { request, _ in .moved(to: request.path + "x") }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("redirects in a loop or too often"))
    #expect(crawl.server.requests.count == 6)
  }

  @Test func crawl_whenTheFeedRedirectsToAClosedAddress_exits69AndNeverConnects() async throws {
    let inner = try ScriptedServer { _ in ScriptedAnswer() }
    let port = inner.port
    let crawl = try ScenarioCrawl { _, _ in .moved(to: "http://127.0.0.2:\(port)/secret") }
    defer {
      inner.stop()
      crawl.server.stop()
    }
    let outcome = try await crawl.run()
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("127.0.0.2, which is not a public address"))
    #expect(inner.requests.isEmpty)
  }
}
