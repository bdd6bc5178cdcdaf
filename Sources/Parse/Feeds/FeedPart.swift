import News

/// A document that another one leads to: a sitemap of an index, or a feed of an OPML outline.
public struct FeedPart: Hashable, Sendable {
  public var url: String
  public var title: String
  /// The page the feed belongs to.
  public var home: String?
  public var updated: StatedDate?

  public init(url: String, title: String = "", home: String? = nil, updated: StatedDate? = nil) {
    self.url = url
    self.title = title
    self.home = home
    self.updated = updated
  }
}
