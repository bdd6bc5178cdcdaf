import News

/// What a page says of its site: its name, and where feeds may be.
public struct SiteHints: Sendable {
  /// What the site calls itself; empty where it does not say.
  public private(set) var name = ""
  /// Feeds named for programs, `link rel=alternate`.
  public private(set) var declared: [String] = []
  /// Links of the page that look like those of feeds.
  public private(set) var linked: [String] = []

  /// nil where the payload is no HTML that can be read.
  public init?(_ payload: Payload) {
    let text = TextDecoder.decode(payload.bytes, contentType: payload.contentType)
    guard text.utf8.first(where: { $0 > 0x20 }) == 0x3C, let page = ListingPage(text.utf8) else { return nil }
    func addresses(_ path: String, _ fits: (ListingPage.Node, String) -> Bool) -> [String] {
      var result: [String] = []
      for node in page.nodes(path) ?? [] {
        guard let href = ListingPage.attribute("href", of: node),
          let address = WebAddress.resolve(href, against: payload.base), address.hasPrefix("http"),
          fits(node, address), !result.contains(address)
        else { continue }
        result.append(address)
      }
      return result
    }
    declared = addresses("//link[@href][@rel]") { node, _ in Self.isAlternate(node) }
    linked = addresses("//a[@href]") { _, address in Self.looksLikeAFeed(address) }
    let names = page.nodes("//meta[@property='og:site_name']")?.compactMap { ListingPage.attribute("content", of: $0) }
    name = names?.first { !$0.isEmpty }.map(MarkupText.folded) ?? Self.name(in: page)
  }

  private static func isAlternate(_ node: ListingPage.Node) -> Bool {
    let rel = ListingPage.attribute("rel", of: node)?.lowercased().split(separator: " ") ?? []
    let type = ListingPage.attribute("type", of: node)?.lowercased() ?? ""
    return rel.contains("alternate") && ["rss", "atom", "rdf", "feed+json"].contains { type.contains($0) }
  }

  private static func looksLikeAFeed(_ address: String) -> Bool {
    let path = address.lowercased().prefix { $0 != "#" }
    let endings = [
      ".rss", "/rss", "/rss/", "/feed", "/feed/", "rss.xml", "feed.xml", "atom.xml", "rss.aspx", "/rss.html",
    ]
    return endings.contains { path.hasSuffix($0) } || path.contains("op=rss") || path.contains("/rss/")
  }

  /// The last or only part of the title: "Trang chủ | Báo Suối Nậm".
  private static func name(in page: ListingPage) -> String {
    let title = page.nodes("//title")?.first.map { ListingPage.text($0) } ?? ""
    let parts = title.split { "|–—".contains($0) }.map { MarkupText.folded(String($0)) }
    let outlets = ["báo ", "đài ", "cổng "]
    return parts.first { part in outlets.contains { part.lowercased().hasPrefix($0) } } ?? parts.first ?? ""
  }
}
