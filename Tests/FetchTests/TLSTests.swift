import Fetch
import News
import TestKit
import Testing

/// What is wrong with a secure connection is named, and nothing is fetched over it.
@Suite struct TLSTests {
  private static let page = HostileServer.Step.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntin")

  private func fetcher(_ authority: TestAuthority) -> Fetcher {
    var policy = TestFetcher.policy()
    policy.authorities = authority.path
    return Fetcher(policy: policy)
  }

  @Test func certificate_whenItIsGood_isBelieved() async throws {
    let authority = try TestAuthority()
    defer { withExtendedLifetime(authority) {} }
    let server = try HostileServer(authority.identity()) { _ in [Self.page] }
    defer { server.stop() }
    #expect(await fetcher(authority).fetch(FetchRequest(url: server.origin), obeyingRobots: false).text == "tin")
  }

  @Test(arguments: [
    (TestAuthority.Fault.expired, FetchFailure.Cause.tlsExpired), (.wrongName, .tlsWrongName),
    (.selfSigned, .tlsSelfSigned), (.unknownAuthority, .tlsSelfSigned), (.incompleteChain, .tlsIncompleteChain),
    (.oldTLS, .tlsOld),
  ])
  func certificate_whenSomethingIsWrongWithIt_isNotBelieved(
    fault: TestAuthority.Fault, cause: FetchFailure.Cause
  ) async throws {
    let authority = try TestAuthority()
    defer { withExtendedLifetime(authority) {} }
    let server = try HostileServer(authority.identity(fault)) { _ in [Self.page] }
    defer { server.stop() }
    let outcome = await fetcher(authority).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(outcome.cause == cause)
    #expect(server.requests.isEmpty)
  }

  @Test func https_whenThePortSpeaksPlainHTTP_isNamed() async throws {
    let authority = try TestAuthority()
    defer { withExtendedLifetime(authority) {} }
    let server = try HostileServer(raw: [.send("HTTP/1.1 400 Bad Request\r\n\r\n"), .close])
    defer { server.stop() }
    let url = "https://127.0.0.1:\(server.port)/"
    let outcome = await fetcher(authority).fetch(FetchRequest(url: url), obeyingRobots: false)
    #expect(outcome.cause == .tlsOld)
  }

  @Test func redirect_whenItLeadsFromHTTPSToHTTP_isRefusedAndNothingIsAsked() async throws {
    let authority = try TestAuthority()
    defer { withExtendedLifetime(authority) {} }
    let open = try HostileServer { _ in [Self.page] }
    let target = open.origin
    let server = try HostileServer(authority.identity()) { _ in
      [.send("HTTP/1.1 301 Moved Permanently\r\nLocation: \(target)/\r\nContent-Length: 0\r\n\r\n")]
    }
    defer {
      server.stop()
      open.stop()
    }
    let outcome = await fetcher(authority).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(outcome.cause == .downgrade)
    #expect(open.connections == 0)
  }

  @Test func http2_whenTheServerGoesAwayAtOnce_isAReset() async throws {
    let authority = try TestAuthority()
    defer { withExtendedLifetime(authority) {} }
    let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]
    // GOAWAY: no stream was handled, ENHANCE_YOUR_CALM.
    let goAway: [UInt8] = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11]
    let server = try HostileServer(
      authority.identity(protocols: ["h2"]), raw: [.send(settings), .send(goAway), .close])
    defer { server.stop() }
    let outcome = await fetcher(authority).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect([.reset, .protocolError].contains(outcome.cause))
    #expect(server.connections >= 1)
  }
}
