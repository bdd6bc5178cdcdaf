/// The vocabularies that feeds mix, by namespace or, where that is not declared, by the usual prefix.
enum FeedSpace {
  /// `netscape` is the plain vocabulary of RSS 0.90.
  case plain, netscape, atom, atom03, dublinCore, content, itunes, rdf, news, media, feedburner, xhtml, other

  /// By the namespace, in whatever case and with whatever ending it is written; one that nobody knows says less
  /// than a well-known prefix.
  init(uri: String, prefix: String?) {
    if let usual = Self.usual[uri] {
      self = usual
      return
    }
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

  /// Namespaces as they should be written, so that most need no search.
  private static let usual: [String: FeedSpace] = [
    "http://www.w3.org/2005/Atom": .atom, "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCore, "http://purl.org/rss/1.0/modules/content/": .content,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "http://search.yahoo.com/mrss/": .media,
    "http://purl.org/rss/1.0/": .plain, "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
    "http://www.sitemaps.org/schemas/sitemap/0.9": .plain,
  ]

  private static func isOfRSSOrSitemaps(_ uri: String) -> Bool {
    (uri.contains("purl.org/rss/1.0") && !uri.contains("modules")) || uri.contains("backend.userland.com")
      || uri.hasSuffix("/schemas/sitemap/0.9") || uri.hasSuffix("/schemas/sitemap/0.84")
  }
}
