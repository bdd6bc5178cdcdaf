import News

/// A sitemap that an index names, and what is kept of it between polls.
public struct SitemapPart: Hashable, Sendable {
  public var url: String
  /// The latest moment at which it changed, as far as the index tells.
  public var changed: Instant?
  public var validators = PollRecord.Validators(etag: nil, lastModified: nil)
  public var polledAt: Instant?
  /// Not asked for before, unless the index says that it changed.
  public var restsUntil: Instant?
  /// Polls in a row that did not work.
  public var failures = 0

  public init(url: String, changed: Instant? = nil) {
    self.url = url
    self.changed = changed
  }
}
