import CXML
import News

/// Reads the articles that an ordinary page lists: by the source's XPath, else by what their links look like.
struct ListingParser {
  private static let shortestTitle = 5

  let url: String
  let dates: FeedDates

  func parse(_ utf8: [UInt8]) -> Result<ParsedFeed, ParseFailure> {
    let source = dates.source
    guard let page = ListingPage(utf8) else { return .failure(ParseFailure(.malformed, "the HTML cannot be read")) }
    guard let anchors = source.links.map({ page.nodes($0) }) ?? page.nodes("//a[@href]") else {
      return .failure(ParseFailure(.malformed, "the XPath of the links cannot be read: \(source.links ?? "")"))
    }
    let links = anchors.compactMap { link($0, isChosen: source.links != nil) }
    let blocks = ListingBlocks(links)
    var feed = ParsedFeed(format: "listing")
    feed.link = url
    feed.title = page.nodes("//title")?.first.map { ListingPage.text($0) } ?? ""
    feed.entries = merged(links).map { link in
      let block = blocks.block(of: link)
      var entry = ParsedEntry()
      entry.link = link.url
      entry.title = link.title
      entry.published = block.flatMap { ListingBlocks.date(in: $0, dates) }
      entry.summary = block.flatMap { ListingBlocks.summary(in: $0, besides: link.title) } ?? ""
      return entry
    }
    return .success(feed)
  }

  private func link(_ node: xmlNodePtr, isChosen: Bool) -> ListingLink? {
    guard let anchor = ListingPage.anchor(at: node), let href = ListingPage.attribute("href", of: anchor),
      let address = WebAddress.resolve(href, against: url), address.hasPrefix("http")
    else { return nil }
    var title = ListingPage.text(anchor)
    if title.isEmpty { title = ListingPage.attribute("title", of: anchor) ?? "" }
    let target = String(address.prefix { $0 != "#" })
    if isChosen { return ListingLink(node: anchor, url: target, title: title) }
    guard isSameSite(address, url), target != url, !ListingPage.isInMenu(anchor) else { return nil }
    return ListingLink(node: anchor, url: target, title: title)
  }

  private func isSameSite(_ a: String, _ b: String) -> Bool {
    guard let first = WebAddress.host(a), let second = WebAddress.host(b) else { return false }
    return bare(first) == bare(second)
  }

  private func bare(_ host: String) -> Substring {
    ["www.", "m."].first { host.hasPrefix($0) }.map { host.dropFirst($0.utf8.count) } ?? host[...]
  }

  /// One link for each address, in the order of the page, with the first title long enough to be one; a picture
  /// and a headline often lead to the same article.
  private func merged(_ links: [ListingLink]) -> [ListingLink] {
    var places: [String: Int] = [:]
    var result: [ListingLink] = []
    for link in links {
      if let place = places[link.url] {
        if !result[place].hasTitle(Self.shortestTitle) { result[place].title = link.title }
      } else {
        places[link.url] = result.count
        result.append(link)
      }
    }
    return result.filter { $0.hasTitle(Self.shortestTitle) }
  }
}
