import Fetch
import News
import TestKit
import Testing

@Suite struct PolitenessTests {
  private func fetcher(delay: Duration = .zero) -> Fetcher { Fetcher(policy: TestFetcher.policy(delay: delay)) }

  private func status(_ outcome: FetchOutcome) -> Int? { outcome.response?.status }

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

  /// Answers by path, on a clock moved by hand; the delay is two seconds.
  private func onClock(
    rests: [HostRest] = [], _ answer: @escaping @Sendable (ScriptedRequest) -> ScriptedAnswer
  ) throws -> (server: ScriptedServer, fetcher: Fetcher, clock: ManualClock) {
    let server = try ScriptedServer(answer)
    let clock = ManualClock()
    let known = rests.map { HostRest(host: "127.0.0.1:\(server.port)", until: $0.until, strikes: $0.strikes) }
    return (server, Fetcher(policy: TestFetcher.policy(on: clock, from: Self.start), rests: known), clock)
  }

  private static let start = Instant(year: 2026, month: 11, day: 24)

  private func fetch(_ fetcher: Fetcher, _ server: ScriptedServer, _ path: String = "/a") async -> FetchOutcome {
    await fetcher.fetch(FetchRequest(url: server.origin + path), obeyingRobots: false)
  }

  @Test func perHostDelay_betweenTwoRequests_isKept() async throws {
    let (server, fetcher, clock) = try onClock { _ in ScriptedAnswer() }
    defer { server.stop() }
    for _ in 1...5 { _ = await fetch(fetcher, server) }
    #expect(clock.elapsed == .seconds(8))
  }

  @Test(arguments: ["429 Too Many Requests", "503 Service Unavailable"], ["3600", "Tue, 24 Nov 2026 01:00:00 GMT"])
  func retryAfter_inEitherForm_holdsForTheWholeHost(status: String, value: String) async throws {
    let (server, fetcher, clock) = try onClock { _ in ScriptedAnswer(status, ["Retry-After: \(value)"]) }
    defer { server.stop() }
    _ = await fetch(fetcher, server)
    #expect(await fetch(fetcher, server, "/b").rest == .seconds(3600))
    clock.advance(by: .seconds(3590))
    #expect(await fetch(fetcher, server, "/b").rest == .seconds(10))
    #expect(server.requests.count == 1)
    clock.advance(by: .seconds(10))
    #expect(await fetch(fetcher, server, "/b").response != nil)
  }

  @Test func retryAfter_whenItIsFiveSecondsOrLess_isWaitedForOnce() async throws {
    let (server, fetcher, clock) = try onClock { _ in ScriptedAnswer("503 Service Unavailable", ["Retry-After: 5"]) }
    defer { server.stop() }
    #expect(status(await fetch(fetcher, server)) == 503)
    #expect(server.requests.count == 2)
    #expect(clock.elapsed == .seconds(5))
  }

  @Test func backOff_whenNoRetryAfterIsGiven_doublesFromTenMinutesToSixHours() async throws {
    let (server, fetcher, clock) = try onClock { _ in ScriptedAnswer("429 Too Many Requests") }
    defer { server.stop() }
    var rests: [Int64] = []
    for _ in 1...8 {
      _ = await fetch(fetcher, server)
      let rest = await fetch(fetcher, server).rest ?? .zero
      rests.append(rest.components.seconds)
      clock.advance(by: rest)
    }
    #expect(rests == [600, 1200, 2400, 4800, 9600, 19_200, 21_600, 21_600])
    #expect(server.requests.count == 8)
  }

  @Test func backOff_afterASuccess_beginsAnew() async throws {
    let (server, fetcher, clock) = try onClock { request in
      ScriptedAnswer(request.path == "/a" ? "503 Service Unavailable" : "200 OK")
    }
    defer { server.stop() }
    for path in ["/a", "/b", "/a"] {
      _ = await fetch(fetcher, server, path)
      clock.advance(by: .seconds(600))
    }
    #expect(server.requests.count == 3)
    #expect(await fetch(fetcher, server, "/b").response != nil)
  }

  @Test func rest_thatWasAskedForBeforeARestart_isKept() async throws {
    let until = Self.start + .seconds(100)
    let (server, fetcher, _) = try onClock(rests: [HostRest(host: "", until: until, strikes: 2)]) { _ in
      ScriptedAnswer()
    }
    defer { server.stop() }
    #expect(await fetch(fetcher, server).rest == .seconds(100))
    #expect(await fetcher.hostRests().map(\.until) == [until])
    #expect(server.requests.isEmpty)
  }

  @Test func policy_whenItIsReplaced_keepsTurnsAndRests() async throws {
    let (server, fetcher, clock) = try onClock { _ in ScriptedAnswer("429 Too Many Requests") }
    defer { server.stop() }
    _ = await fetch(fetcher, server)
    let next = await Fetcher(policy: TestFetcher.policy(on: clock, from: Self.start), succeeding: fetcher)
    #expect(await fetch(next, server).rest == .seconds(600))
  }

  @Test func host_whenItIsSilentThreeTimesInARow_rests() async throws {
    let server = try HostileServer { _ in [.reset] }
    defer { server.stop() }
    let clock = ManualClock()
    let fetcher = Fetcher(policy: TestFetcher.policy(on: clock, from: Self.start))
    let request = FetchRequest(url: server.origin)
    for _ in 1...3 { #expect(await fetcher.fetch(request, obeyingRobots: false).cause == .reset) }
    #expect(await fetcher.fetch(request, obeyingRobots: false).rest == .seconds(600))
    clock.advance(by: .seconds(600))
    #expect(await fetcher.fetch(request, obeyingRobots: false).cause == .reset)
    #expect(await fetcher.fetch(request, obeyingRobots: false).rest == .seconds(1200))
  }

  @Test func requests_carryOurNameAndNoCookieNoRefererNoQuery() async throws {
    let server = try ScriptedServer { request in
      request.path == "/rss"
        ? ScriptedAnswer("302 Found", ["Location: /tin", "Set-Cookie: a=b; Path=/"])
        : ScriptedAnswer("200 OK", ["Set-Cookie: a=b; Path=/"])
    }
    defer { server.stop() }
    let fetcher = fetcher()
    for _ in 1...2 { _ = await fetch(fetcher, server, "/rss") }
    #expect(server.requests.map(\.path) == ["/rss", "/tin", "/rss", "/tin"])
    for request in server.requests {
      #expect(request.header("User-Agent") == "banluu-test/1")
      #expect(request.header("Cookie") == nil && request.header("Referer") == nil)
      #expect(request.lines.count == 4)
      let codings = request.header("Accept-Encoding") ?? ""
      #expect(["gzip", "br", "zstd"].allSatisfy(codings.contains))
    }
  }
}
