import News

/// A feed, sitemap or listing page as read; what is absent is empty or nil.
public struct ParsedFeed: Hashable, Sendable {
  /// `rss20`, `rss10`, `rss09`, `atom10`, `atom03`, `jsonfeed`, `sitemap`, `sitemapindex`, `opml` or `listing`.
  public var format: String
  public var encoding = "utf-8"
  /// Which step of the encoding rule decided.
  public var encodingStep = DecodedText.Step.validUTF8
  /// Something of the document was lost; the entries are those that stood before the damage.
  public var damaged = false
  public var title = ""
  public var link = ""
  public var description = ""
  public var language = ""
  public var id: String?
  public var updated: StatedDate?
  /// How long the feed says that it stays as it is (`ttl`).
  public var ttl: Duration?
  public var entries: [ParsedEntry] = []
  /// What an index or an outline names instead of entries.
  public var parts: [FeedPart] = []

  public init(format: String) { self.format = format }
}
