import Dispatch
import Fetch
import News
import TestKit
import Testing

@Suite struct FetcherTests {
  private func fetcher(delay: Duration = .zero, allow: [String] = ["127.0.0.0/8"]) -> Fetcher {
    let blocks = allow.compactMap { AddressBlock($0) }
    return Fetcher(policy: FetchPolicy(userAgent: "banluu-test/1", perHostDelay: delay, allowAddresses: blocks))
  }

  private func cause(_ outcome: FetchOutcome) -> FetchFailure.Cause? {
    if case .failed(let failure) = outcome { failure.cause } else { nil }
  }

  private func refusal(_ outcome: FetchOutcome) -> String? {
    if case .refused(let reason) = outcome { reason } else { nil }
  }

  private func fresh(_ outcome: FetchOutcome) -> Response? {
    if case .fresh(let response) = outcome { response } else { nil }
  }

  @Test func validators_whenSentBack_areByteExactAndGive304() async throws {
    let etag = "W/\"a b--gzip;thời sự\""
    let date = "Tue,  4 Nov 2025 08:00:00 +0700"
    let server = try ScriptedServer { request in
      request.lines.contains("If-None-Match: \(etag)") && request.lines.contains("If-Modified-Since: \(date)")
        ? ScriptedAnswer("304 Not Modified", ["ETag: \(etag)"])
        : ScriptedAnswer("200 OK", ["ETag:  \(etag) ", "Last-Modified: \(date)"], body: Array("tin".utf8))
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let url = server.origin + "/rss"
    let first = try #require(fresh(await fetcher.fetch(FetchRequest(url: url), obeyingRobots: false)))
    #expect(first.etag == etag)
    #expect(first.lastModified == date)
    #expect(first.body == Array("tin".utf8))
    #expect(first.peerAddress == "127.0.0.1")
    #expect(first.requestHeaders.map { "\($0.name): \($0.value)" } == server.requests.first?.lines)
    let again = FetchRequest(url: url, etag: first.etag, lastModified: first.lastModified)
    guard case .notModified(let second) = await fetcher.fetch(again, obeyingRobots: false) else {
      Issue.record("no 304")
      return
    }
    #expect(second.etag == etag)
    #expect(!server.requests.flatMap(\.lines).contains { $0.hasPrefix("Cookie") || $0.hasPrefix("Referer") })
  }

  @Test func body_whenEndless_isStopped() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer(ending: .endless) }
    defer { server.stop() }
    let outcome = await fetcher().fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(cause(outcome) == .tooLarge)
  }

  @Test func body_whenDecompressingPastTheLimit_isStopped() async throws {
    let bomb = GzipBomb.zeros(count: 100 << 20)
    #expect(bomb.count < 2 << 20)
    let server = try ScriptedServer { _ in ScriptedAnswer("200 OK", ["Content-Encoding: gzip"], body: bomb) }
    defer { server.stop() }
    let outcome = await fetcher().fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(cause(outcome) == .tooLarge)
  }

  @Test func body_whenShorterThanStated_isTruncated() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer(body: Array("<rss>".utf8), ending: .early) }
    defer { server.stop() }
    let outcome = await fetcher().fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(cause(outcome) == .truncated)
  }

  @Test func redirects_whenAllPermanent_areFollowedAndSaidSo() async throws {
    let server = try ScriptedServer { request in
      switch request.path {
      case "/a/old": ScriptedAnswer("301 Moved Permanently", ["Location: ../b/mid?x=1"])
      case "/b/mid?x=1": ScriptedAnswer("308 Permanent Redirect", ["Location: /new"])
      default: ScriptedAnswer()
      }
    }
    defer { server.stop() }
    let outcome = await fetcher().fetch(FetchRequest(url: server.origin + "/a/old"), obeyingRobots: false)
    let response = try #require(fresh(outcome))
    #expect(response.url == server.origin + "/new")
    #expect(response.permanentlyMoved)
    #expect(response.redirects == [server.origin + "/a/old", server.origin + "/b/mid?x=1"])
  }

  @Test func redirects_whenEndless_areALoop() async throws {
    let server = try ScriptedServer { request in
      ScriptedAnswer("302 Found", ["Location: \(request.path)x"])
    }
    defer { server.stop() }
    let outcome = await fetcher().fetch(FetchRequest(url: server.origin + "/"), obeyingRobots: false)
    #expect(cause(outcome) == .redirectLoop)
    #expect(server.requests.count == 6)
  }

  @Test func redirect_whenToAClosedAddress_isRefusedByName() async throws {
    let inner = try ScriptedServer { _ in ScriptedAnswer() }
    let target = "http://127.0.0.2:\(inner.port)/secret"
    let server = try ScriptedServer { _ in ScriptedAnswer("302 Found", ["Location: \(target)"]) }
    defer {
      server.stop()
      inner.stop()
    }
    let outcome = await fetcher(allow: ["127.0.0.1"]).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(refusal(outcome)?.contains("127.0.0.2") == true)
    #expect(inner.requests.isEmpty)
  }

  @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "0177.0.0.1", "[::ffff:127.0.0.1]"])
  func loopback_whenNotAllowed_isNeverConnectedTo(host: String) async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer() }
    defer { server.stop() }
    let request = FetchRequest(url: "http://\(host):\(server.port)/")
    #expect(refusal(await fetcher(allow: []).fetch(request, obeyingRobots: false)) != nil)
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: [
    "file:///etc/passwd", "ftp://example.com/", "http://an@127.0.0.1/", "http://127.0.0.1/\r\nX: y", "tin", "",
  ])
  func address_whenNotPlainWeb_isRefused(url: String) async {
    #expect(refusal(await fetcher().fetch(FetchRequest(url: url), obeyingRobots: false)) != nil)
  }

  @Test func redirect_whenToAFile_isRefused() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer("302 Found", ["Location: file:///etc/passwd"]) }
    defer { server.stop() }
    #expect(refusal(await fetcher().fetch(FetchRequest(url: server.origin), obeyingRobots: false)) != nil)
  }

  @Test func validator_whenItHoldsALineBreak_isNeverSent() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer() }
    defer { server.stop() }
    let request = FetchRequest(url: server.origin, etag: "\"a\"\r\nX-Evil: 1")
    #expect(refusal(await fetcher().fetch(request, obeyingRobots: false)) != nil)
    #expect(server.requests.isEmpty)
  }

  @Test func port_whenClosed_isARefusedConnection() async throws {
    let server = try ScriptedServer { _ in ScriptedAnswer() }
    let url = "http://127.0.0.3:\(server.port)/"
    defer { server.stop() }
    #expect(cause(await fetcher().fetch(FetchRequest(url: url), obeyingRobots: false)) == .connectionRefused)
  }

  @Test func answer_whenItDoesNotCome_timesOut() async throws {
    let release = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { _ in
      release.wait()
      return ScriptedAnswer()
    }
    defer {
      release.signal()
      server.stop()
    }
    var policy = FetchPolicy(userAgent: "banluu-test/1", perHostDelay: .zero)
    policy.allowAddresses = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    policy.timeout = .milliseconds(50)
    let outcome = await Fetcher(policy: policy).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(cause(outcome) == .firstByteTimeout)
  }

  @Test func fetch_whenItsTaskIsCancelled_ends() async throws {
    let (started, signal) = AsyncStream.makeStream(of: Void.self)
    let server = try ScriptedServer { _ in
      signal.finish()
      return ScriptedAnswer(ending: .early)
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let url = server.origin
    let task = Task { await fetcher.fetch(FetchRequest(url: url), obeyingRobots: false) }
    for await _ in started {}
    task.cancel()
    let outcome = await task.value
    // The server may have closed first; either way the fetch ended without an answer.
    #expect(fresh(outcome) == nil)
  }

  @Test func fetch_afterShutDown_isRefused() async {
    let fetcher = fetcher()
    fetcher.shutDown()
    let outcome = await fetcher.fetch(FetchRequest(url: "http://127.0.0.1:9/"), obeyingRobots: false)
    #expect(refusal(outcome) != nil)
  }
}
