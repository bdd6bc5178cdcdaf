/// The vocabularies that feeds mix, by namespace or, where that is not declared, by the usual prefix.
enum FeedSpace {
  case plain, atom, atom03, dublinCore, content, itunes, rdf, news, media, feedburner, xhtml, other

  init(uri: String, hasPrefix: Bool) {
    let uri = uri.lowercased()
    if uri.hasSuffix("/2005/atom") {
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
    } else if Self.isOfRSSOrSitemaps(uri) || !hasPrefix {
      self = .plain
    } else {
      self = .other
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
    (uri.contains("purl.org/rss/1.0") && !uri.contains("modules")) || uri.contains("netscape.com/rdf")
      || uri.contains("backend.userland.com") || uri.contains("sitemaps.org/schemas/sitemap")
  }
}
