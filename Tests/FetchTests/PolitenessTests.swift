import Fetch
import News
import TestKit
import Testing

@Suite struct PolitenessTests {
  private func fetcher(delay: Duration = .zero) -> Fetcher {
    let blocks = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    return Fetcher(policy: FetchPolicy(userAgent: "banluu-test/1", perHostDelay: delay, allowAddresses: blocks))
  }

  private func status(_ outcome: FetchOutcome) -> Int? {
    if case .fresh(let response) = outcome { response.status } else { nil }
  }

  @Test func robots_whenTheyForbidAPath_keepUsAwayAndAreReadOnce() async throws {
    let server = try ScriptedServer { request in
      request.path == "/robots.txt"
        ? ScriptedAnswer("200 OK", body: Array("User-agent: *\nDisallow: /kín".utf8)) : ScriptedAnswer()
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let closed = await fetcher.fetch(FetchRequest(url: server.origin + "/kín/tin.html"))
    let open = await fetcher.fetch(FetchRequest(url: server.origin + "/tin.html"))
    let feed = await fetcher.fetch(FetchRequest(url: server.origin + "/kín/rss"), obeyingRobots: false)
    #expect(status(closed) == nil)
    #expect(status(open) == 200)
    #expect(status(feed) == 200)
    #expect(server.requests.map(\.path) == ["/robots.txt", "/tin.html", "/k%c3%adn/rss"])
  }

  @Test func robots_whenMissing_allowAll() async throws {
    let server = try ScriptedServer { request in
      ScriptedAnswer(request.path == "/robots.txt" ? "404 Not Found" : "200 OK")
    }
    defer { server.stop() }
    #expect(status(await fetcher().fetch(FetchRequest(url: server.origin + "/a"))) == 200)
  }

  @Test func robots_whenBroken_forbidTheRoundAndAreAskedForOnce() async throws {
    let server = try ScriptedServer { request in
      ScriptedAnswer(request.path == "/robots.txt" ? "500 Internal Server Error" : "200 OK")
    }
    defer { server.stop() }
    let fetcher = fetcher()
    for _ in 1...2 { #expect(status(await fetcher.fetch(FetchRequest(url: server.origin + "/a"))) == nil) }
    #expect(server.requests.map(\.path) == ["/robots.txt"])
  }

  @Test func host_whenAskedByMany_servesOneAtATime() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer() }
    defer { server.stop() }
    let fetcher = fetcher(delay: .milliseconds(10))
    let origin = server.origin
    let start = ContinuousClock.now
    await withTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        group.addTask { _ = await fetcher.fetch(FetchRequest(url: "\(origin)/\(number)"), obeyingRobots: false) }
      }
    }
    #expect(server.requests.count == 8)
    #expect(server.mostOpen == 1)
    #expect(ContinuousClock.now - start >= .milliseconds(70))
  }

  @Test func host_whenItAnswers429_isLeftAlone() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer("429 Too Many Requests", ["Retry-After: 60"]) }
    defer { server.stop() }
    let fetcher = fetcher()
    #expect(status(await fetcher.fetch(FetchRequest(url: server.origin + "/a"), obeyingRobots: false)) == 429)
    #expect(status(await fetcher.fetch(FetchRequest(url: server.origin + "/b"), obeyingRobots: false)) == nil)
    #expect(server.requests.count == 1)
  }
}
