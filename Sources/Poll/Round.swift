import Archive
import Fetch
import Foundation
import News

/// What rounds need: an archive under its lock, a fetcher with the file's manners, and the system clock.
public struct Round: Sendable {
  public let archive: NewsArchive
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

  /// Takes up the outlets of feeds.yaml in an archive that is open.
  public init(feeds: FeedsFile, archive: NewsArchive) async throws {
    self.archive = archive
    try await archive.register(feeds.outlets)
    let policy = FetchPolicy(
      userAgent: feeds.userAgent, perHostDelay: feeds.perHostDelay,
      allowAddresses: feeds.allowAddresses)
    let robots = try await archive.robots().map { RobotsFile(site: $0.site, fetched: $0.fetched, body: $0.body) }
    fetcher = Fetcher(policy: policy, robots: robots)
    crawl = Crawl(feeds: feeds, archive: archive, fetcher: fetcher, clock: Self.now)
  }

  /// One round, after which the robots.txt files it read are kept for the next.
  public func run(
    _ options: Crawl.Options, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> CrawlSummary {
    try await keepingRobots { try await crawl.run(options, progress: progress) }
  }

  /// Looks at one article now.
  public func look(at article: Int64, outlet: String) async throws -> CrawlSummary {
    try await keepingRobots { try await crawl.look(at: article, outlet: outlet) }
  }

  /// Ends the fetching thread.
  public func shutDown() { fetcher.shutDown() }

  private func keepingRobots(_ work: () async throws -> CrawlSummary) async throws -> CrawlSummary {
    let summary = try await work()
    let robots = await fetcher.robotsFiles()
    try await archive.keep(robots.map { .init(site: $0.site, fetched: $0.fetched, body: $0.body) })
    try await archive.seal(at: Self.now())
    return summary
  }
}
