/// The vocabularies that feeds mix, by namespace or, where that is not declared, by the usual prefix.
enum FeedSpace {
  /// `netscape` is the plain vocabulary of RSS 0.90.
  case plain, netscape, atom, atom03, dublinCore, content, itunes, rdf, news, media, feedburner, xhtml, other

  /// By the namespace, in whatever case and with whatever ending it is written; one that nobody knows says less
  /// than a well-known prefix.
  init(uri: String, prefix: String?) {
    let uri = uri.lowercased()
    if uri.contains("/2005/atom") {
      self = .atom
    } else if uri.contains("purl.org/atom/ns") {
      self = .atom03
    } else if uri.contains("purl.org/dc/") {
      self = .dublinCore
    } else if uri.contains("purl.org/rss/1.0/modules/content") {
      self = .content
    } else if uri.contains("itunes.com/dtds") {
      self = .itunes
    } else if uri.contains("22-rdf-syntax-ns") {
      self = .rdf
    } else if uri.contains("schemas/sitemap-news") {
      self = .news
    } else if uri.contains("search.yahoo.com/mrss") {
      self = .media
    } else if uri.contains("rssnamespace.org/feedburner") {
      self = .feedburner
    } else if uri.contains("1999/xhtml") {
      self = .xhtml
    } else if uri.contains("netscape.com/rdf") {
      self = .netscape
    } else if Self.isOfRSSOrSitemaps(uri) {
      self = .plain
    } else {
      self = prefix.map { FeedSpace(prefix: $0) } ?? .plain
    }
  }

  init(prefix: String) {
    switch prefix.lowercased() {
    case "atom", "atom10", "a10": self = .atom
    case "dc", "dcterms": self = .dublinCore
    case "content": self = .content
    case "itunes": self = .itunes
    case "rdf": self = .rdf
    case "news": self = .news
    case "media": self = .media
    case "feedburner": self = .feedburner
    default: self = .other
    }
  }

  private static func isOfRSSOrSitemaps(_ uri: String) -> Bool {
    (uri.contains("purl.org/rss/1.0") && !uri.contains("modules")) || uri.contains("backend.userland.com")
      || uri.hasSuffix("/schemas/sitemap/0.9") || uri.hasSuffix("/schemas/sitemap/0.84")
  }
}
