import News
import TestKit
import Testing

@testable import Fetch

/// robots.txt as RFC 9309 wants it kept.
@Suite struct RobotsCacheTests {
  private let start = Instant(year: 2026, month: 11, day: 24)
  private let clock = ManualClock()
  private let forbidding = Array("User-agent: *\nDisallow: /kin".utf8)

  private func cache(known: [RobotsFile] = []) -> RobotsCache {
    RobotsCache(known: known) { [clock, start] in start + clock.elapsed }
  }

  private func allows(_ cache: RobotsCache, _ outcome: FetchOutcome?) async -> Bool? {
    let answer = await cache.rules(for: "https://bao.example:443") {
      outcome ?? .failed(FetchFailure(cause: .protocolError, message: "asked although it should not be"))
    }
    guard case .rules(let rules) = answer else { return nil }
    return rules.allows(path: "/kin/1")
  }

  private func answer(_ status: Int, _ body: [UInt8] = []) -> FetchOutcome {
    .fresh(Response(status: status, url: "", body: body))
  }

  @Test func file_isKeptForADay_andAskedForAfterwards() async {
    let cache = cache()
    #expect(await allows(cache, answer(200, forbidding)) == false)
    clock.advance(by: .seconds(86_399))
    #expect(await allows(cache, answer(404)) == false)
    clock.advance(by: .seconds(1))
    #expect(await allows(cache, answer(404)) == true)
  }

  @Test func file_ofAnEarlierRun_isNotAskedForAgain() async {
    let file = RobotsFile(site: "https://bao.example:443", fetched: start, body: forbidding)
    clock.advance(by: .seconds(3600))
    let cache = cache(known: [file])
    #expect(await allows(cache, nil) == false)
    #expect(await cache.files() == [file])
  }

  @Test(arguments: [400, 401, 403, 404, 410])
  func status_ofA4xx_allowsAll(status: Int) async {
    #expect(await allows(cache(), answer(status)) == true)
  }

  @Test(arguments: [429, 500, 503])
  func status_whenTheServerCannotSay_forbidsTheRoundAndIsNotKept(status: Int) async {
    let cache = cache()
    #expect(await allows(cache, answer(status)) == nil)
    #expect(await allows(cache, answer(404)) == nil)
    clock.advance(by: RobotsCache.failureLifetime)
    #expect(await allows(cache, answer(404)) == true)
  }

  @Test func status_whenTheServerFailsLater_leavesTheOlderCopy() async {
    let cache = cache()
    _ = await allows(cache, answer(200, forbidding))
    clock.advance(by: .seconds(90_000))
    #expect(await allows(cache, answer(500)) == false)
    #expect(await cache.files().map(\.body) == [forbidding])
  }

  @Test func challenge_inItsPlace_saysNothing() async {
    let challenge = Response(
      status: 403, url: "", headers: [Header(name: "cf-mitigated", value: "challenge")], body: forbidding)
    #expect(await allows(cache(), .fresh(challenge)) == nil)
  }

  @Test func redirects_whenThereAreMoreThanFive_areAMissingFile() async {
    let loop = FetchFailure(cause: .redirectLoop, message: "")
    #expect(await allows(cache(), .failed(loop)) == true)
  }

  @Test func clock_whenItGoesBack_doesNotKeepAFileForYears() async {
    let file = RobotsFile(site: "https://bao.example:443", fetched: start + .seconds(300_000_000), body: forbidding)
    #expect(await allows(cache(known: [file]), answer(404)) == true)
  }

  @Test func rules_past500KiB_areNotRead() {
    let filler = Array(String(repeating: "# chú thích\n", count: 50_000).utf8).prefix(500 << 10)
    let before = RobotsRules(parsing: forbidding + [0x0A] + filler)
    #expect(!before.allows(path: "/kin/1"))
    let after = RobotsRules(parsing: filler + [0x0A] + forbidding)
    #expect(after.allows(path: "/kin/1"))
  }

  @Test func file_whenItIsTooLarge_isReadUpToTheLimit() async throws {
    let body = forbidding + [0x0A] + [UInt8](repeating: 0x23, count: 9 << 20)
    let server = try ScriptedServer { request in
      request.path == "/robots.txt" ? ScriptedAnswer("200 OK", body: body) : ScriptedAnswer()
    }
    defer { server.stop() }
    let fetcher = Fetcher(policy: TestFetcher.policy())
    #expect(await fetcher.fetch(FetchRequest(url: server.origin + "/kin/1")).isForbidden)
    #expect(await fetcher.fetch(FetchRequest(url: server.origin + "/tin")).response?.status == 200)
    #expect(await fetcher.robotsFiles().map(\.body.count) == [500 << 10])
  }
}
