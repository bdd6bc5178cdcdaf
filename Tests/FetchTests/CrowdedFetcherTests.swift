import Fetch
import News
import TestKit
import Testing

/// Many hosts that answer much at once, under a budget that holds eight bodies.
@Suite struct CrowdedFetcherTests {
  private static let size = 1 << 18
  private static let hosts = 24

  /// Every host is a name of the same server.
  private func fetcher(_ server: HostileServer) -> Fetcher {
    var policy = TestFetcher.policy()
    policy.maxBytes = Self.size
    policy.maxBytesInAll = 8 * Self.size
    let names = (0..<Self.hosts).map { "bao\($0).test:\(server.port):127.0.0.1" }
    policy.pinned = { names }
    return Fetcher(policy: policy)
  }

  private func server(statesLength: Bool) throws -> HostileServer {
    let body = [UInt8](repeating: 0x61, count: Self.size)
    let head = "HTTP/1.1 200 OK\r\n" + (statesLength ? "Content-Length: \(Self.size)\r\n\r\n" : "\r\n")
    return try HostileServer { _ in statesLength ? [.send(head), .send(body)] : [.send(head), .send(body), .close] }
  }

  private func fetch(_ host: Int, _ server: HostileServer, _ fetcher: Fetcher) async -> FetchOutcome {
    await fetcher.fetch(FetchRequest(url: "http://bao\(host).test:\(server.port)/"), obeyingRobots: false)
  }

  /// As many bodies as leave no room to begin another.
  private func kept(_ server: HostileServer, _ fetcher: Fetcher) async -> [FetchOutcome] {
    var kept: [FetchOutcome] = []
    for host in 0..<4 { kept.append(await fetch(host, server, fetcher)) }
    return kept
  }

  @Test(arguments: [true, false])
  func bodies_whenTheyExceedTheBudgetTogether_allArriveWhole(statesLength: Bool) async throws {
    let server = try server(statesLength: statesLength)
    defer { server.stop() }
    let fetcher = fetcher(server)
    let sizes = await withTaskGroup(of: Int.self) { group in
      for host in 0..<Self.hosts {
        group.addTask { await fetch(host, server, fetcher).response?.body.count ?? 0 }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(sizes == [Int](repeating: Self.size, count: Self.hosts))
    #expect(server.requests.count <= 2 * Self.hosts)
  }

  @Test func fetch_whenTheBudgetIsKeptByOthers_asksOnceTheyLetGo() async throws {
    let server = try server(statesLength: true)
    defer { server.stop() }
    let fetcher = fetcher(server)
    var kept = await kept(server, fetcher)
    #expect(kept.compactMap { $0.response?.body.count } == [Int](repeating: Self.size, count: 4))
    let cancelled = Task { await fetch(8, server, fetcher) }
    cancelled.cancel()
    #expect(await cancelled.value.refusal != nil)
    async let waiting = fetch(9, server, fetcher)
    withExtendedLifetime(kept) { #expect(server.requests.count == 4) }
    kept = []
    #expect(await waiting.response?.body.count == Self.size)
    #expect(server.requests.count == 5)
  }

  @Test func fetch_whenItMayNotWaitForMemory_isPutOff() async throws {
    let server = try server(statesLength: true)
    defer { server.stop() }
    let fetcher = fetcher(server)
    let kept = await kept(server, fetcher)
    var request = FetchRequest(url: "http://bao9.test:\(server.port)/")
    request.waitsForMemory = false
    let outcome = await fetcher.fetch(request, obeyingRobots: false)
    withExtendedLifetime(kept) { #expect(server.requests.count == 4) }
    guard case .resting = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}
