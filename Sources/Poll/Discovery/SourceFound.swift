import News
import Parse

/// A source that was found at a site, and what it yielded.
public struct SourceFound: Sendable {
  /// Where it is and what it is.
  public var source: Source
  /// How it is read: `rss20`, `sitemap`, `listing`, …
  public var format: String
  /// The addresses of its entries on the site, as they are compared.
  public var articles: [String]
  /// The newest date it states.
  public var newest: Instant?
  /// Whether most entries bring their whole text.
  public var hasTexts: Bool
  /// What the source calls itself.
  public var title: String

  init(_ feed: ParsedFeed, url: String, kind: Source.Kind, site: String) {
    source = Source(url: url, kind: kind)
    format = feed.format
    title = feed.title
    let own = feed.entries.filter { SiteAddress.isSame($0.link, site) }
    articles = own.map { WebAddress.canonical($0.link, hosts: []) }
    newest = own.compactMap { ($0.published ?? $0.updated).flatMap { $0.isAhead ? nil : $0.instant } }.max()
    hasTexts = own.count { $0.contentUTF8.count > 500 } * 2 > own.count
  }

  /// A map of everything ever published is no news.
  var isHistory: Bool { source.kind == .sitemap && articles.count > SitemapPlan.mostEntries }
}
