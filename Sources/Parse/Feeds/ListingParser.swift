import CXML
import News

/// Reads the articles that an ordinary page lists: by the source's XPath, else by what their links look like.
struct ListingParser {
  private static let shortestTitle = 5
  /// The tree of a page takes a hundred bytes and more for each.
  private static let tagLimit = 50_000
  private static let attributeLimit = 100_000

  let url: String
  let dates: FeedDates
  let budget: ParseBudget

  func parse(_ utf8: [UInt8]) -> Result<ParsedFeed, ParseFailure> {
    let source = dates.source
    if let failure = Self.screen(utf8) { return .failure(failure) }
    guard let page = ListingPage(utf8) else { return .failure(ParseFailure(.malformed, "the HTML cannot be read")) }
    guard let anchors = source.links.map({ page.nodes($0) }) ?? page.nodes("//a[@href]") else {
      return .failure(ParseFailure(.malformed, "the XPath of the links cannot be read: \(source.links ?? "")"))
    }
    let links = anchors.compactMap { link($0, in: page, isChosen: source.links != nil) }
    let blocks = ListingBlocks(links)
    var feed = ParsedFeed(format: "listing")
    feed.link = url
    feed.title = page.nodes("//title")?.first.map { ListingPage.text($0) } ?? ""
    feed.entries = merged(links).prefix { _ in !budget.isSpent }.map { link in
      let block = blocks.block(of: link)
      var entry = ParsedEntry()
      entry.link = link.url
      entry.title = link.title
      entry.published = block.flatMap { ListingBlocks.date(in: $0, dates) }
      entry.summary = block.flatMap { ListingBlocks.summary(in: $0, besides: link.title) } ?? ""
      return entry
    }
    return budget.isSpent ? .failure(ParseBudget.failure) : .success(feed)
  }

  private static func screen(_ utf8: [UInt8]) -> ParseFailure? {
    utf8.withUnsafeBufferPointer { buffer in
      var tags = 0
      var attributes = 0
      var next = MarkupSection.find(0x3C, buffer, 0)
      while let at = next {
        let section = MarkupSection(buffer, at)
        tags += 1
        attributes += section.attributes
        if tags > tagLimit || attributes > attributeLimit {
          return ParseFailure(.budget, "the page has more than \(tagLimit) tags or \(attributeLimit) attributes")
        }
        next = MarkupSection.find(0x3C, buffer, section.end)
      }
      return nil
    }
  }

  private func link(_ node: xmlNodePtr, in page: ListingPage, isChosen: Bool) -> ListingLink? {
    guard let anchor = ListingPage.anchor(at: node), let href = ListingPage.attribute("href", of: anchor),
      let address = WebAddress.resolve(href, against: url), address.hasPrefix("http")
    else { return nil }
    var title = ListingPage.text(anchor)
    if title.isEmpty { title = ListingPage.attribute("title", of: anchor) ?? "" }
    let target = String(address.prefix { $0 != "#" })
    if isChosen { return ListingLink(node: anchor, url: target, title: title) }
    guard isSameSite(address, url), target != url, !page.isInMenu(anchor) else { return nil }
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
