import News

/// The feeds of outlets as an OPML 2.0 outline, one group an outlet. Listings and sitemaps are no feeds, and stay out.
public struct OPML: Sendable {
  private let outlets: [Outlet]

  public init(_ outlets: [Outlet]) { self.outlets = outlets }

  /// The outline as XML.
  public var xml: String {
    let groups = outlets.compactMap { outlet -> String? in
      let feeds = outlet.sources.filter { $0.kind == .feed }
      guard !feeds.isEmpty else { return nil }
      let home = outlet.home.map { " htmlUrl=\"\(AtomFeed.escaped($0))\"" } ?? ""
      let lines = feeds.map { source in
        "      <outline type=\"rss\" text=\"\(AtomFeed.escaped(outlet.name))\" xmlUrl=\"\(AtomFeed.escaped(source.url))\"\(home)/>\n"
      }
      return "    <outline text=\"\(AtomFeed.escaped(outlet.name))\">\n\(lines.joined())    </outline>\n"
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <opml version="2.0">
        <head><title>banluu</title></head>
        <body>
      \(groups.joined())  </body>
      </opml>

      """
  }
}
