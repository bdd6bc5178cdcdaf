import Archive
import Fetch
import Foundation
import News

/// What rounds need: an archive under its lock, a fetcher with the file's manners, and the system clock.
public struct Round: Sendable {
  public let archive: NewsArchive
  let outlets: [String]
  private let crawl: Crawl
  private let fetcher: Fetcher

  public static let now: @Sendable () -> Instant = {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }

  /// Opens the archive for `holder` and takes up the outlets of feeds.yaml.
  public init(feeds: FeedsFile, folder: String, holder: String) async throws {
    try await self.init(
      feeds: feeds, archive: NewsArchive(folder: folder, holder: holder, origin: feeds.logOrigin, at: Self.now()))
  }

  /// Takes up the outlets of feeds.yaml in an archive that is open; a round before it hands on its turns with hosts.
  public init(feeds: FeedsFile, archive: NewsArchive, succeeding last: Round? = nil) async throws {
    self.archive = archive
    outlets = feeds.outlets.map(\.id)
    try await archive.register(feeds.outlets)
    let policy = FetchPolicy(feeds)
    if let last {
      fetcher = await Fetcher(policy: policy, succeeding: last.fetcher)
    } else {
      let robots = try await archive.robots().map { RobotsFile(site: $0.site, fetched: $0.fetched, body: $0.body) }
      let rests = try await archive.hostRests().map { HostRest(host: $0.host, until: $0.until, strikes: $0.strikes) }
      fetcher = Fetcher(policy: policy, robots: robots, rests: rests)
    }
    crawl = Crawl(feeds: feeds, archive: archive, fetcher: fetcher, clock: Self.now)
  }

  /// One round, after which what hosts have told is kept for the next run.
  public func run(
    _ options: Crawl.Options, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> CrawlSummary {
    try await keepingManners { try await crawl.run(options, progress: progress) }
  }

  /// Looks at one article now.
  public func look(at article: Int64, outlet: String) async throws -> CrawlSummary {
    try await keepingManners { try await crawl.look(at: article, outlet: outlet) }
  }

  /// Ends the fetching thread.
  public func shutDown() { fetcher.shutDown() }

  /// Also a round that was stopped half-way has learned what hosts want.
  private func keepingManners(_ work: () async throws -> CrawlSummary) async throws -> CrawlSummary {
    do {
      let summary = try await work()
      try await keepManners()
      return summary
    } catch {
      try await keepManners()
      throw error
    }
  }

  private func keepManners() async throws {
    let robots = await fetcher.robotsFiles()
    try await archive.keep(robots.map { .init(site: $0.site, fetched: $0.fetched, body: $0.body) })
    let rests = await fetcher.hostRests()
    try await archive.keep(rests: rests.map { (host: $0.host, until: $0.until, strikes: $0.strikes) })
    try await archive.seal(at: Self.now())
  }
}
