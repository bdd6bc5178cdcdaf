import Fetch
import News
import TestKit
import Testing

/// Servers made to hurt: each ends in a named failure, within its limits, and the next fetch works.
@Suite struct HostileServerTests {
  private typealias Step = HostileServer.Step

  private static let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
  private static let fine = Step.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntin")

  /// Fetches `/` from a server with this script, then `/tin` from the same server.
  private func outcome(
    _ script: [HostileServer.Step], _ change: (inout FetchPolicy) -> Void = { _ in }
  ) async throws -> FetchOutcome {
    let server = try HostileServer { $0.path == "/tin" ? [Self.fine] : script }
    defer { server.stop() }
    var policy = TestFetcher.policy()
    change(&policy)
    let fetcher = Fetcher(policy: policy)
    let outcome = await fetcher.fetch(FetchRequest(url: server.origin + "/"), obeyingRobots: false)
    let next = await fetcher.fetch(FetchRequest(url: server.origin + "/tin"), obeyingRobots: false)
    #expect(next.text == "tin")
    return outcome
  }

  @Test func headers_whenTheyComeByteByByte_areNotWaitedForLongerThanTheTimeout() async throws {
    let outcome = try await outcome([.trickle(Array(Self.ok.utf8), every: 40), .silence]) {
      $0.timeout = .seconds(3)
    }
    #expect(outcome.cause == .firstByteTimeout || outcome.cause == .tooSlow)
  }

  @Test func headers_whenTheyNeverEnd_areNotWaitedForLongerThanTheTimeout() async throws {
    let outcome = try await outcome([.send(Self.ok), .silence]) { $0.timeout = .seconds(3) }
    #expect(outcome.cause == .tooSlow)
  }

  @Test func body_whenItComesAByteAtATime_isTooSlow() async throws {
    let slow = Step.trickle(Array(repeating: 0x20, count: 1000), every: 100)
    let outcome = try await outcome([.send(Self.ok + "Content-Length: 1000\r\n\r\n"), slow]) {
      $0.lowSpeedTime = .seconds(1)
    }
    #expect(outcome.cause == .tooSlow)
  }

  @Test func answer_whenNoneComes_isGivenUp() async throws {
    #expect(try await outcome([.silence]) { $0.timeout = .seconds(3) }.cause == .firstByteTimeout)
  }

  @Test func redirects_whenEachIsSlow_shareOneTimeout() async throws {
    let server = try HostileServer { request in
      [
        .trickle(Array("HTTP/1.1 302 Found\r\n".utf8), every: 20),
        .send("Location: \(request.path)x\r\nContent-Length: 0\r\n\r\n"),
      ]
    }
    defer { server.stop() }
    var policy = TestFetcher.policy()
    policy.timeout = .milliseconds(900)
    let outcome = await Fetcher(policy: policy).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect([.tooSlow, .firstByteTimeout].contains(outcome.cause))
    #expect(server.requests.count < 5)
  }

  @Test func chunks_whenTheyNeverEnd_areTooLarge() async throws {
    let chunk = Array("1000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x1000) + Array("\r\n".utf8)
    let outcome = try await outcome([.send(Self.ok + "Transfer-Encoding: chunked\r\n\r\n"), .endless(chunk)])
    #expect(outcome.cause == .tooLarge)
  }

  @Test func body_whenNoLengthIsStatedAndItNeverEnds_isTooLarge() async throws {
    let outcome = try await outcome([.send(Self.ok + "\r\n"), .endless([UInt8](repeating: 0x61, count: 1 << 16))])
    #expect(outcome.cause == .tooLarge)
  }

  @Test(arguments: ["gzip", "br", "zstd"])
  func body_whenItUnpacksToVeryMuch_isTooLarge(coding: String) async throws {
    let bomb =
      switch coding {
      case "br": Bombs.brotli(blocks: 8)
      case "zstd": Bombs.zstandard(blocks: 1000)
      default: GzipBomb.zeros(count: 100 << 20)
      }
    #expect(bomb.count < 1 << 20)
    let head = Self.ok + "Content-Encoding: \(coding)\r\nContent-Length: \(bomb.count)\r\n\r\n"
    #expect(try await outcome([.send(head), .send(bomb)]).cause == .tooLarge)
  }

  @Test(arguments: ["gzip, gzip", "br, zstd, gzip"])
  func body_whenItIsPackedMoreThanOnce_isNotUnpacked(codings: String) async throws {
    let head = Self.ok + "Content-Encoding: \(codings)\r\nContent-Length: 3\r\n\r\nabc"
    #expect(try await outcome([.send(head)]).cause == .badEncoding)
  }

  @Test func body_whenItsCodingIsALie_isBadlyEncoded() async throws {
    let head = Self.ok + "Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!"
    #expect(try await outcome([.send(head)]).cause == .badEncoding)
  }

  @Test func body_whenItsStatedLengthIsTooLarge_isRefusedBeforeItComes() async throws {
    #expect(try await outcome([.send(Self.ok + "Content-Length: 9000000000\r\n\r\n"), .silence]).cause == .tooLarge)
  }

  @Test func body_whenItIsShorterThanStated_isTruncated() async throws {
    #expect(try await outcome([.send(Self.ok + "Content-Length: 10\r\n\r\nabc"), .close]).cause == .truncated)
  }

  @Test func body_whenItIsLongerThanStated_endsWhereItShould() async throws {
    let outcome = try await outcome([.send(Self.ok + "Content-Length: 3\r\n\r\nabcdefghij"), .close])
    #expect(outcome.text == "abc")
  }

  @Test func body_whenTheConnectionIsResetInTheMiddle_isNotUsed() async throws {
    let outcome = try await outcome([.send(Self.ok + "Content-Length: 100000\r\n\r\nabc"), .reset])
    #expect([.reset, .truncated].contains(outcome.cause))
  }

  @Test func answer_whenTheConnectionIsResetAtOnce_isAReset() async throws {
    #expect(try await outcome([.reset]).cause == .reset)
  }

  @Test func answer_whenInterimOnesFloodIt_isTooLarge() async throws {
    let flood = Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8)
    #expect(try await outcome([.endless(flood)]).cause == .tooLarge)
  }

  @Test func answer_whenAFewInterimOnesComeFirst_isTheFinalOne() async throws {
    let interim = "HTTP/1.1 103 Early Hints\r\nETag: \"sai\"\r\n\r\n"
    let outcome = try await outcome([.send(interim + interim), .send(Self.ok + "Content-Length: 1\r\n\r\na")])
    #expect(outcome.text == "a")
    #expect(outcome.response?.etag == nil)
  }

  @Test(arguments: [1, 50_000])
  func headers_whenTheyAreHuge_areTooLarge(lines: Int) async throws {
    let line = "X-A: \(String(repeating: "a", count: 350_000 / lines))\r\n"
    let headers = String(repeating: line, count: lines)
    let outcome = try await outcome([.send(Self.ok + headers + "Content-Length: 0\r\n\r\n")])
    #expect([.tooLarge, .protocolError].contains(outcome.cause))
  }

  @Test func answer_whenItIsNotHTTP_isAProtocolError() async throws {
    #expect(try await outcome([.send("SSH-2.0-OpenSSH_9.2\r\n"), .close]).cause == .protocolError)
  }

  @Test(arguments: ["", "Content-Length: 9\r\n"])
  func notModified_whenItBringsABody_doesNotSpoilTheNextAnswer(length: String) async throws {
    let step = Step.send("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\(length)\r\nHTTP/1.1 200 lậu\r\n\r\n")
    let outcome = try await outcome([step])
    #expect(outcome.response?.status == 304)
    #expect(outcome.response?.body.isEmpty == true)
  }

  @Test func charset_whenItIsWrong_leavesTheBytesAsTheyCame() async throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x00, 0x61, 0xC3]
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-16le\r\nContent-Length: 5\r\n\r\n"
    let outcome = try await outcome([.send(head), .send(bytes)])
    #expect(outcome.response?.body == bytes)
    #expect(outcome.response?.contentType == "text/xml; charset=utf-16le")
  }

  @Test(arguments: [2, 7])
  func redirects_whenTheyLoop_areFollowedFiveTimesAtMost(length: Int) async throws {
    let server = try HostileServer { request in
      let number = Int(request.path.dropFirst()) ?? 0
      return [.send("HTTP/1.1 302 Found\r\nLocation: /\((number + 1) % length)\r\nContent-Length: 0\r\n\r\n")]
    }
    defer { server.stop() }
    let fetcher = Fetcher(policy: TestFetcher.policy())
    let outcome = await fetcher.fetch(FetchRequest(url: server.origin + "/0"), obeyingRobots: false)
    #expect(outcome.cause == .redirectLoop)
    #expect(server.requests.count <= 6)
  }

  @Test func redirect_whenItLeavesTheOutletsHosts_isNotFollowed() async throws {
    let other = try HostileServer { _ in [Self.fine] }
    let target = other.origin
    let server = try HostileServer { _ in
      [.send("HTTP/1.1 302 Found\r\nLocation: \(target)/\r\nContent-Length: 0\r\n\r\n")]
    }
    defer {
      server.stop()
      other.stop()
    }
    let fetcher = Fetcher(policy: TestFetcher.policy())
    let kept = FetchRequest(url: server.origin, hosts: ["127.0.0.1:\(server.port)"])
    #expect(await fetcher.fetch(kept, obeyingRobots: false).cause == .leftSite)
    #expect(other.requests.isEmpty)
    let both = FetchRequest(url: server.origin, hosts: ["127.0.0.1:\(server.port)", "127.0.0.1:\(other.port)"])
    #expect(await fetcher.fetch(both, obeyingRobots: false).text == "tin")
  }

  @Test func location_whenItHoldsALineBreak_makesNoHeader() async throws {
    let server = try HostileServer { request in
      request.path == "/"
        ? [.send("HTTP/1.1 302 Found\r\nLocation: /a%0d%0aX-Evil:%201\r\nContent-Length: 0\r\n\r\n")] : [Self.fine]
    }
    defer { server.stop() }
    _ = await Fetcher(policy: TestFetcher.policy()).fetch(FetchRequest(url: server.origin), obeyingRobots: false)
    #expect(!server.requests.flatMap(\.lines).contains { $0.lowercased().hasPrefix("x-evil") })
  }
}
