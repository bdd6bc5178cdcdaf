import News
import Testing

@testable import Fetch

@Suite struct ResponseTests {
  private let now = Instant(year: 2025, month: 11, day: 24, hour: 3)

  @Test(arguments: [
    ("120", 120), ("Mon, 24 Nov 2025 03:02:00 GMT", 120), ("Monday, 24-Nov-25 03:02:00 GMT", 120),
    ("Mon Nov 24 03:02:00 2025", 120), ("Mon, 24 Nov 2025 02:00:00 GMT", 0), ("soon", nil), ("-5", nil), ("", nil),
  ])
  func retryAfter_inEachForm(text: String, seconds: Int?) {
    let response = Response(status: 503, url: "", headers: [Header(name: "Retry-After", value: text)])
    #expect(response.retryAfter(now: now) == seconds.map { .seconds($0) })
  }

  @Test func validator_whenItsBytesAreLost_isNil() {
    let response = Response(status: 200, url: "", headers: [Header(name: "ETag", value: "\"\u{FFFD}\"")])
    #expect(response.etag == nil)
  }

  @Test func redirect_whenFromHttpsToHttp_isRefused() throws {
    let start = try Destination("https://bao.example/a/b?c")
    #expect(throws: Destination.Refusal.self) { try start.following("http://bao.example/") }
    #expect(try start.following("d").url == "https://bao.example/a/d")
    #expect(try start.following("//khac.example/x").authority == "khac.example:443")
  }

  @Test func lane_whenClosed_backsOffTwiceAsLongEachTime() {
    var lane = HostLane()
    let start = ContinuousClock.now
    #expect(lane.verdict(at: start) == .go)
    lane.finished(.status(200), delay: .seconds(2), at: start)
    #expect(lane.verdict(at: start) == .wait(.seconds(2)))
    lane.finished(.status(503), delay: .zero, at: start)
    #expect(lane.verdict(at: start) == .quiet(.seconds(600)))
    lane.finished(.status(429), delay: .zero, at: start)
    #expect(lane.verdict(at: start) == .quiet(.seconds(1200)))
    lane.finished(.status(429, retryAfter: .seconds(5)), delay: .zero, at: start)
    #expect(lane.verdict(at: start) == .quiet(.seconds(5)))
    #expect(lane.verdict(at: start + .seconds(5)) == .go)
  }
}
