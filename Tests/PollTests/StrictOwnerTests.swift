import Archive
import Foundation
import News
import Synchronization
import TestKit
import Testing

@testable import Poll

/// What a strict feed owner checks (polite polling), over days on a clock moved by hand.
@Suite struct StrictOwnerTests {
  private typealias Seen = (at: Duration, tag: String?, date: String?)

  @Test func polls_overAWeek_areConditionalPatientAndAskForNothingElse() async throws {
    let seen = Mutex<[Seen]>([])
    let world = try PollWorld { request, at in
      let number = seen.withLock { seen in
        seen.append((at, request.header("If-None-Match"), request.header("If-Modified-Since")))
        return seen.count
      }
      let tag = "W/\"phiên bản \(number) --gzip\""
      let date = "Tue,  24 Nov 2026 0\(number % 10):00:00 +0700"
      // New validators come with 200 and with 304 alike.
      let headers = ["ETag: \(tag)", "Last-Modified: \(date)", "Set-Cookie: a=b"]
      return number % 5 == 1
        ? ScriptedAnswer("200 OK", headers, body: PollWorld.feed()) : ScriptedAnswer("304 Not Modified", headers)
    }
    try await world.run(minutes: 7 * 1440)
    let polls = seen.withLock { $0 }
    #expect((480...672).contains(polls.count))
    for (number, (last, next)) in zip(polls, polls.dropFirst()).enumerated() {
      #expect(next.at - last.at >= .seconds(900))
      // Byte for byte those of the answer before, whether it was 200 or 304.
      #expect(next.tag == "W/\"phiên bản \(number + 1) --gzip\"")
      #expect(next.date == "Tue,  24 Nov 2026 0\((number + 1) % 10):00:00 +0700")
    }
    let unconditional = polls.filter { $0.tag == nil && $0.date == nil }
    #expect(unconditional.count == 1)
    #expect(Set(world.server.requests.map(\.path)) == ["/rss"])
    #expect(world.server.requests.allSatisfy { $0.header("Cookie") == nil && $0.header("Referer") == nil })
  }

  @Test func validators_whenTheServerDropsThem_areNotInvented() async throws {
    let world = try PollWorld { request, at in
      ScriptedAnswer("200 OK", at < .seconds(60) ? ["ETag: \"a\""] : [], body: PollWorld.feed())
    }
    try await world.run(minutes: 60)
    let tags = world.server.requests.map { $0.header("If-None-Match") }
    #expect(tags.prefix(2) == [nil, "\"a\""])
    #expect(tags.dropFirst(2).allSatisfy { $0 == nil })
  }

  @Test(arguments: [
    (["Cache-Control: max-age=7200"], nil as Int?, 7200), (["Expires: Tue, 24 Nov 2026 03:00:00 GMT"], nil, 10_800),
    ([], 120, 7200), (["Cache-Control: max-age=60"], 30, 1800), (["Cache-Control: max-age=9000000"], nil, 18_000),
    ([], 100_000, 18_000), (["Cache-Control: max-age=60"], 1, 900),
  ])
  func interval_isTheLongestOfConfiguredTtlAndFreshness_cappedAtFiveHours(
    headers: [String], ttl: Int?, least: Int
  ) async throws {
    let seen = Mutex<[Duration]>([])
    let world = try PollWorld { _, at in
      seen.withLock { $0.append(at) }
      return ScriptedAnswer("200 OK", headers, body: PollWorld.feed(ttl: ttl))
    }
    try await world.run(minutes: least / 60 * 11 / 10 + 2)
    let polls = seen.withLock { $0 }
    #expect(polls.dropFirst().first.map { $0 >= .seconds(least) && $0 <= .seconds(least * 11 / 10 + 60) } == true)
  }

  @Test func redirect_forGood_isAdoptedAfterTwentyPollsAndThreeDaysOnly() async throws {
    let world = try PollWorld(interval: .seconds(3 * 3600)) { request, _ in
      request.path == "/rss"
        ? ScriptedAnswer.moved(to: "/new", "301 Moved Permanently")
        : ScriptedAnswer("200 OK", ["ETag: \"a\""], body: PollWorld.feed())
    }
    // Twenty polls three hours apart are two and a half days: not yet.
    try await world.run(minutes: 20 * 190)
    #expect(try await world.source?.move?.isAdopted == false)
    #expect(world.server.requests.suffix(2).map(\.path) == ["/rss", "/new"])
    try await world.run(minutes: 1440)
    #expect(try await world.source?.move?.isAdopted == true)
    #expect(world.server.requests.suffix(2).map(\.path) == ["/new", "/new"])
  }

  @Test func redirect_forGood_whenItIsBrokenOff_isCountedAnew() async throws {
    let world = try PollWorld { request, at in
      guard request.path == "/rss" else { return ScriptedAnswer("200 OK", body: PollWorld.feed()) }
      let isPortal = at < .seconds(70 * 3600)
      return isPortal
        ? .moved(to: "/portal", "301 Moved Permanently") : ScriptedAnswer("200 OK", body: PollWorld.feed())
    }
    try await world.run(minutes: 75 * 60)
    #expect(try await world.source?.move == nil)
    #expect(world.server.requests.last?.path == "/rss")
  }

  @Test func redirect_whenTheAdoptedAddressFails_goesBackToTheConfiguredOne() async throws {
    let world = try PollWorld(interval: .seconds(3 * 3600)) { request, at in
      switch request.path {
      case "/rss" where at < .seconds(5 * 86_400): .moved(to: "/new", "308 Permanent Redirect")
      case "/new" where at > .seconds(5 * 86_400): .missing
      default: ScriptedAnswer("200 OK", body: PollWorld.feed())
      }
    }
    try await world.run(minutes: 5 * 1440)
    #expect(try await world.source?.move?.isAdopted == true)
    try await world.run(minutes: 1440)
    #expect(try await world.source?.move == nil)
    #expect(world.server.requests.last?.path == "/rss")
    #expect(try await world.source?.failures == 0)
  }

  @Test func source_whenItIsGoneForGood_restsAndIsSaidToBe() async throws {
    let world = try PollWorld { _, _ in ScriptedAnswer("410 Gone") }
    try await world.run(minutes: 10 * 1440)
    #expect(world.server.requests.count == 1)
    #expect(try await world.source?.outcome == "gone")
  }

  @Test func source_whenItFails_isAskedHalfAsOftenEachTimeUpToADay() async throws {
    let seen = Mutex<[Duration]>([])
    let world = try PollWorld { _, at in
      seen.withLock { $0.append(at) }
      return ScriptedAnswer("500 Internal Server Error")
    }
    try await world.run(minutes: 6 * 1440)
    let polls = seen.withLock { $0 }
    let gaps = zip(polls.dropFirst(), polls).map { Int(($0 - $1).components.seconds) }
    let expected = [900, 1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400]
    #expect(zip(gaps, expected).allSatisfy { $0 >= $1 && $0 <= $1 * 11 / 10 + 300 })
    #expect(gaps.count >= 8)
  }

  @Test func retryAfter_ofASource_isObeyedToTheSecond() async throws {
    let seen = Mutex<[Duration]>([])
    let world = try PollWorld { _, at in
      let count = seen.withLock { seen in
        seen.append(at)
        return seen.count
      }
      return count == 1
        ? ScriptedAnswer("429 Too Many Requests", ["Retry-After: 20000"])
        : ScriptedAnswer("200 OK", body: PollWorld.feed())
    }
    try await world.run(minutes: 400)
    let polls = seen.withLock { $0 }
    #expect(polls.count >= 2)
    #expect(polls.dropFirst().first.map { $0 >= .seconds(20_000) } == true)
    #expect(try await world.source?.failures == 0)
  }

  @Test(arguments: [-10, 10])
  func clock_whenItJumpsTenYears_causesNeitherStormNorStall(years: Int) async throws {
    let world = try PollWorld { _, _ in ScriptedAnswer("200 OK", ["ETag: \"a\""], body: PollWorld.feed()) }
    try await world.run(minutes: 60)
    let before = world.server.requests.count
    world.clock.advance(by: .seconds(years * 365 * 86_400))
    try await world.run(minutes: 60)
    // As many as in any other hour, give or take the one that the jump cut short.
    #expect((2...5).contains(world.server.requests.count - before))
    world.clock.advance(by: .seconds(-years * 365 * 86_400))
    let between = world.server.requests.count
    try await world.run(minutes: 60)
    #expect((2...5).contains(world.server.requests.count - between))
  }

  @Test func restart_asksForNothingThatIsNotDue() async throws {
    let world = try PollWorld { _, _ in ScriptedAnswer("200 OK", body: PollWorld.feed()) }
    for _ in 1...10 { try await world.run(minutes: 1) }
    #expect(world.server.requests.count == 1)
  }
}
