import Fetch
import News
import Synchronization
import TestKit
import Testing

/// No packet goes to an address that is not public, however it is spelt.
@Suite struct ClosedAddressTests {
  private static let spellings = ClosedAddress.loopback + ClosedAddress.inner

  @Test func table_hasAtLeastSixtySpellings() { #expect(Set(Self.spellings).count >= 60) }

  @Test(arguments: Self.spellings)
  func address_whenItIsNotPublic_isRefusedBeforeItIsConnectedTo(host: String) async throws {
    let server = try HostileServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")] }
    defer { server.stop() }
    let fetcher = Fetcher(policy: TestFetcher.policy(allow: []))
    let outcome = await fetcher.fetch(FetchRequest(url: "http://\(host):\(server.port)/"), obeyingRobots: false)
    #expect(outcome.refusal != nil || [.dns, .protocolError].contains(outcome.cause))
    #expect(server.connections == 0)
  }

  @Test(arguments: ClosedAddress.inner)
  func redirect_whenItLeadsToAnInnerAddress_isRefused(host: String) async throws {
    let server = try HostileServer { _ in
      [.send("HTTP/1.1 302 Found\r\nLocation: http://\(host):9/\r\nContent-Length: 0\r\n\r\n")]
    }
    defer { server.stop() }
    let fetcher = Fetcher(policy: TestFetcher.policy(allow: ["127.0.0.1"]))
    let outcome = await fetcher.fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(outcome.refusal?.contains("not a public address") == true)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: ClosedAddress.otherSchemes)
  func address_whenItIsNoPlainWebAddress_isRefused(url: String) async {
    let outcome = await Fetcher(policy: TestFetcher.policy(allow: [])).fetch(
      FetchRequest(url: url), obeyingRobots: false)
    #expect(outcome.refusal != nil || outcome.cause == .dns)
  }

  @Test func name_whenItIsBoundAnewBetweenTwoHops_isCheckedOnEach() async throws {
    let inner = try HostileServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n!!"), .close] }
    let port = inner.port
    let server = try HostileServer { _ in
      [
        .send("HTTP/1.1 302 Found\r\nLocation: http://bao.example:\(port)/\r\nContent-Length: 0\r\n\r\n"), .close,
      ]
    }
    defer {
      server.stop()
      inner.stop()
    }
    let hops = Mutex(0)
    var policy = TestFetcher.policy(allow: ["127.0.0.1"])
    let first = server.port
    policy.pinned = {
      let hop = hops.withLock { hops in
        hops += 1
        return hops
      }
      // The name server answers with the allowed address first, with another afterwards.
      let address = hop == 1 ? "127.0.0.1" : "127.0.0.2"
      return ["bao.example:\(first):\(address)", "bao.example:\(port):\(address)"]
    }
    let outcome = await Fetcher(policy: policy).fetch(
      FetchRequest(url: "http://bao.example:\(first)/"), obeyingRobots: false)
    #expect(server.requests.count == 1)
    #expect(outcome.refusal?.contains("127.0.0.2") == true)
    #expect(inner.connections == 0)
  }

  @Test func name_whenItIsBoundAnewAtTheSamePort_isCheckedAgain() async throws {
    let server = try HostileServer { request in
      [.send("HTTP/1.1 302 Found\r\nLocation: \(request.path)x\r\nContent-Length: 0\r\n\r\n"), .close]
    }
    defer { server.stop() }
    let hops = Mutex(0)
    var policy = TestFetcher.policy(allow: ["127.0.0.1"])
    let port = server.port
    policy.pinned = {
      let hop = hops.withLock { hops in
        hops += 1
        return hops
      }
      return ["bao.example:\(port):\(hop == 1 ? "127.0.0.1" : "127.0.0.3")"]
    }
    let outcome = await Fetcher(policy: policy).fetch(
      FetchRequest(url: "http://bao.example:\(port)/"), obeyingRobots: false)
    #expect(outcome.refusal?.contains("127.0.0.3") == true)
    #expect(server.requests.count == 1)
  }
}
