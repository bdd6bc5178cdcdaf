import Archive
import Fetch
import Foundation
import News

/// Opens what a round needs: the archive under its lock, a fetcher with the file's manners, and the system clock.
public struct Round: Sendable {
  public let archive: NewsArchive
  public let crawl: Crawl
  private let fetcher: Fetcher

  public static let now: @Sendable () -> Instant = {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }

  public init(feeds: FeedsFile, folder: String, holder: String) async throws {
    archive = try NewsArchive(folder: folder, holder: holder, at: Self.now())
    try await archive.register(feeds.outlets)
    var policy = FetchPolicy(
      userAgent: feeds.userAgent, perHostDelay: feeds.perHostDelay,
      allowAddresses: feeds.allowAddresses)
    policy.maxRedirects = 5
    fetcher = Fetcher(policy: policy)
    crawl = Crawl(feeds: feeds, archive: archive, fetcher: fetcher, clock: Self.now)
  }

  /// Ends the fetching thread.
  public func shutDown() { fetcher.shutDown() }
}
