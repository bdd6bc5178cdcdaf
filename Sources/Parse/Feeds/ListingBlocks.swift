import CXML
import News

/// The part of a page that belongs to one link alone, and the date and summary in it.
struct ListingBlocks {
  private static let tallest = 8
  private static let longestSummary = 20_000
  private enum Owner: Equatable {
    case one(String)
    case many
  }
  private var owners: [xmlNodePtr: Owner] = [:]

  init(_ links: [ListingLink]) {
    for link in links {
      var node = link.node.pointee.parent
      while let current = node {
        let owner = owners[current]
        if owner == .many { break }
        owners[current] = owner == nil || owner == .one(link.url) ? .one(link.url) : .many
        node = current.pointee.parent
      }
    }
  }

  /// The highest element around a link that holds no link to another article.
  func block(of link: ListingLink) -> xmlNodePtr? {
    var block: xmlNodePtr?
    var node = link.node.pointee.parent
    for _ in 0..<Self.tallest {
      guard let current = node, owners[current] == .one(link.url) else { break }
      block = current
      node = current.pointee.parent
    }
    return block
  }

  static func date(in block: xmlNodePtr, _ dates: FeedDates) -> StatedDate? {
    for node in ListingPage.elements(in: block) {
      let stated = ListingPage.attribute("datetime", of: node)
      guard stated != nil || (ListingPage.textLength(node, upTo: 400) < 400 && ListingPage.isLeaf(node)) else {
        continue
      }
      let raw = stated ?? ListingPage.text(node)
      guard raw.utf8.count <= 60, raw.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
      let date = dates.read(raw)
      if let date, date.instant != nil, date.precision != .year, date.precision != .month { return date }
    }
    return nil
  }

  static func summary(in block: xmlNodePtr, besides title: String) -> String? {
    ListingPage.elements(in: block).lazy
      .filter { node in
        ["p", "div", "span"].contains(ListingPage.name(node)) && ListingPage.isLeaf(node)
          && ListingPage.textLength(node, upTo: longestSummary) < longestSummary
      }
      .map { ListingPage.text($0) }
      .filter { $0 != title && $0.utf8.split(separator: 0x20).count >= 8 }
      .max { $0.utf8.count < $1.utf8.count }
  }
}
