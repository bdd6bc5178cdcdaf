import Archive
import Fetch
import Foundation
import News
import TestKit

@testable import Poll

/// A feed on a scripted server, an archive and a clock moved by hand: the daemon's own rounds, without waiting.
final class PollWorld: Sendable {
  static let start = Instant(year: 2026, month: 11, day: 24)

  let place: TemporaryArchive
  let clock = ManualClock()
  let server: ScriptedServer
  let archive: NewsArchive
  private let feeds: FeedsFile
  private let fetcher: Fetcher

  /// `answer` gets the request and what has passed; the feed stands at `/rss`.
  init(
    interval: Duration = .seconds(900), kind: Source.Kind = .feed,
    _ answer: @escaping @Sendable (ScriptedRequest, Duration) -> ScriptedAnswer
  ) throws {
    place = try TemporaryArchive()
    server = try ScriptedServer { [clock] in answer($0, clock.elapsed) }
    var feeds = FeedsFile()
    feeds.minFree = 0
    feeds.outlets = [
      Outlet(
        id: "bao", name: "Báo Suối Nậm", kind: .newspaper,
        sources: [Source(url: server.origin + "/rss", kind: kind, interval: interval)])
    ]
    self.feeds = feeds
    archive = try NewsArchive(folder: place.path, holder: "test", at: Self.start)
    var policy = FetchPolicy(userAgent: "banluu-test/1", perHostDelay: .zero)
    policy.allowAddresses = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    let steady = ContinuousClock.now
    policy.clock = FetchClock(
      wall: { [clock] in Self.start + clock.elapsed }, steady: { [clock] in steady + clock.elapsed },
      sleep: { [clock] in clock.advance(by: $0) })
    fetcher = Fetcher(policy: policy)
  }

  deinit { server.stop() }

  /// Rounds by the timetable, a minute apart, or five where it takes more than half a day.
  func run(minutes: Int) async throws {
    let step = minutes > 720 ? 5 : 1
    try await archive.register(feeds.outlets)
    var options = Crawl.Options()
    options.dueOnly = true
    let crawl = Crawl(feeds: feeds, archive: archive, fetcher: fetcher) { [clock] in Self.start + clock.elapsed }
    for _ in 0..<(minutes / step) {
      _ = try await crawl.run(options)
      clock.advance(by: .seconds(60 * step))
    }
  }

  /// What is kept of the source.
  var source: NewsArchive.SourceState? {
    get async throws { try await archive.source(server.origin + "/rss") }
  }

  static func feed(_ title: String = "Tin", ttl: Int? = nil) -> [UInt8] {
    let ttl = ttl.map { "<ttl>\($0)</ttl>" } ?? ""
    return Array("<rss version=\"2.0\"><channel><title>\(title)</title>\(ttl)</channel></rss>".utf8)
  }
}
