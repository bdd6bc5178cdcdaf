import Fetch
import Parse

/// Says what is wrong or odd about a source's answer: the outcome kept, and for people what to do.
enum SourceTrouble {
  /// An answer that is no document: another status than 200, or something put in the way.
  static func said(of response: Response, at url: String) -> (outcome: String, message: String) {
    switch (response.barrier, response.status) {
    case (.challenge, _):
      (
        "blocked(challenge)",
        "\(url) answered \(response.status) with a challenge page; ask the site to let feeds through"
      )
    case (.cookiePage, _):
      (
        "blocked(cookie-page)",
        "\(url) answered with a page that sets a cookie by script instead of the feed; ask the site to let feeds through"
      )
    case (nil, 410):
      (
        "gone",
        "\(url) answered 410: it is gone for good and rests for 30 days; give its new address or take it out of feeds.yaml"
      )
    case (nil, 404): ("failed(status 404)", "\(url) answered 404; give the address that it has now")
    case (nil, 429): ("blocked", "\(url) answered 429, it is asked too often; give it a longer interval")
    case (nil, 503): ("blocked", "\(url) answered 503, access is refused for now; it is asked again later")
    case (nil, 401), (nil, 403):
      ("blocked", "\(url) answered \(response.status), access is refused; ask the site, or see it in a browser")
    case (nil, let status): ("failed(status \(status))", "\(url) answered \(status); it is asked again later")
    }
  }

  /// A document that cannot be read as what it should be.
  static func said(
    of failure: ParseFailure, in response: Response, at url: String
  ) -> (outcome: String, message: String) {
    if failure.reason == .notAFeed, !response.redirects.isEmpty, isFrontPage(response.url) {
      let message = "\(url) leads to the site's home page; find where its feed is now with `banluu feeds discover`"
      return ("failed(home-page)", message)
    }
    let place = failure.line.map { " in line \($0)" } ?? ""
    let advice =
      switch failure.reason {
      case .notAFeed: "give the feed's own address, or `kind: listing` for a page of links"
      case .documentType: "it is refused, and asked for again at its next poll"
      default: "it is asked for again at its next poll"
      }
    let what = failure.reason == .notAFeed ? " is not a feed" : " cannot be read"
    return ("failed(\(failure.reason))", "\(url)\(what): \(failure.message)\(place); \(advice)")
  }

  /// What is odd about a feed that was read; empty where nothing is.
  static func said(of feed: ParsedFeed, owned: Int, at url: String, of outlet: String) -> String {
    if feed.damaged {
      return "\(url) is damaged; \(owned) entries before the damage are kept, and all of it is asked for again"
    }
    if let part = feed.parts.first {
      return "\(url) lists \(feed.parts.count) other sources and no articles; watch those, such as \(part.url)"
    }
    if feed.entries.isEmpty { return "\(url) has no entries; check the address if that lasts" }
    if owned == 0 { return "\(url) has no entry on the hosts of \(outlet); add them under hosts" }
    return ""
  }

  /// What is odd about the sitemaps of an index.
  static func said(of round: SitemapRound, at url: String, owned: Int, of outlet: String) -> String {
    if let trouble = round.troubles.first {
      return "\(round.troubles.count) of \(round.asked) sitemaps of \(url) failed: \(trouble.message)"
    }
    if round.parts.isEmpty {
      return "\(url) lists no sitemap of the last 30 days on the hosts of \(outlet); watch a feed or a listing instead"
    }
    if owned == 0, !round.entries.isEmpty {
      return "\(url) has no entry on the hosts of \(outlet); add them under hosts"
    }
    return ""
  }

  private static func isFrontPage(_ url: String) -> Bool {
    let path = url.split(separator: "?", maxSplits: 1)[0].split(separator: "/").dropFirst(2)
    return path.isEmpty || (path.count == 1 && ["index.html", "index.php", "trang-chu"].contains(path.first ?? ""))
  }
}
