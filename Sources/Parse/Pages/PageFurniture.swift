/// Drops what stands around and inside articles without belonging to them: menus, advertisements, lists of other
/// articles, comments, clocks.
struct PageFurniture {
  let page: PageMarkup

  /// Marks segments of furniture by the names and kinds of their elements: first what grows as it likes, so that the
  /// share of the rest does not hang on it.
  func dropNamed(in segments: inout PageSegments) {
    let whole = segments
    drop(in: &segments) { isOthers($0) && !holdsArticle($0) }
    // All that the page says stands in boxes called so: then the names mean something else.
    if !segments.all.contains(where: { !$0.dropped && $0.length >= 40 && !$0.isLink && !$0.isHeading }) {
      segments = whole
    }
    let sums = segments.keptSums()
    let all = sums.last ?? 0
    drop(in: &segments) { node in
      // Menus and feet of pages are what they are called, even where a video leaves them the only words.
      if page.nodes[node].tag == .side, !holdsArticle(node) { return true }
      let range = whole.range(node)
      return isFurniture(node) && (sums[range.upperBound] - sums[range.lowerBound]) * 2 < all
    }
  }

  private func drop(in segments: inout PageSegments, where isDropped: (Int) -> Bool) {
    var node = 0
    while node < page.nodes.count {
      if isDropped(node) {
        segments.drop(segments.range(node))
        node = max(page.nodes[node].end, node + 1)
      } else {
        node += 1
      }
    }
  }

  private func isOthers(_ node: Int) -> Bool {
    let item = page.nodes[node]
    if item.hints.contains(.hidden) { return item.tag != .root && item.tag != .body }
    return item.hints.contains(.others) && item.end > node + 1 && ![.root, .body, .article].contains(item.tag)
  }

  private func isFurniture(_ node: Int) -> Bool {
    let item = page.nodes[node]
    guard item.tag != .text, item.tag != .root, item.tag != .body, item.end > node + 1 else { return false }
    let isNamed = item.hints.contains(.junk) && item.tag != .article && !item.hints.contains(.articleBody)
    return (isNamed || item.tag == .side || item.tag == .title) && !holdsArticle(node)
  }

  /// A wrapper may be called "comments-open", the main column "sidebar-1".
  private func holdsArticle(_ node: Int) -> Bool {
    let item = page.nodes[node]
    if item.hints.contains(.hidden) { return false }
    return page.nodes[node..<item.end].contains { !$0.hints.isDisjoint(with: [.articleBody, .firstHeading]) }
  }

  /// Drops inside the main block: lists of links under headings such as "Tin liên quan", lines of dates and counters.
  func dropLists(in segments: inout PageSegments, main: Int) {
    let range = segments.range(main)
    for i in range where !segments.all[i].dropped && segments.all[i].length < 120 {
      let text = segments.string(i).lowercased()
      if FurniturePhrases.isLine(text) {
        segments.drop(i..<i + 1)
      } else if FurniturePhrases.isListHeading(text) {
        dropList(from: i, in: &segments, main: main)
      }
    }
    for i in range where segments.all[i].isLink {
      if FurniturePhrases.isPointer(segments.string(i).lowercased()) { segments.drop(i..<i + 1) }
    }
    dropLinkBlocks(in: &segments, main: main)
    dropRepeated(in: &segments, main: main)
  }

  /// A line that follows itself: slide shows write each caption twice and more.
  private func dropRepeated(in segments: inout PageSegments, main: Int) {
    var recent: [ArraySlice<UInt8>] = []
    for i in segments.range(main) where !segments.all[i].dropped {
      let text = segments.all[i].text
      if text.count >= 20, recent.contains(text) { segments.drop(i..<i + 1) }
      recent.append(text)
      if recent.count > 6 { recent.removeFirst() }
    }
  }

  /// The heading's own block goes: the outermost one that begins with it; else what follows while it is links.
  private func dropList(from index: Int, in segments: inout PageSegments, main: Int) {
    var block = segments.all[index].block
    var outermost: Int?
    while block > main, segments.range(block).lowerBound == index {
      outermost = block
      block = page.nodes[block].parent
    }
    if let outermost { segments.drop(segments.range(outermost)) }
    segments.drop(index..<index + 1)
    var next = outermost.map { segments.range($0).upperBound } ?? index + 1
    while next < segments.range(main).upperBound, segments.all[next].dropped || segments.all[next].isLink {
      segments.drop(next..<next + 1)
      next += 1
    }
  }

  /// Lists, tables and boxes made mostly of links.
  private func dropLinkBlocks(in segments: inout PageSegments, main: Int) {
    var node = main + 1
    while node < page.nodes[main].end {
      let tag = page.nodes[node].tag
      let linked = segments.linked(node)
      let length = segments.length(node)
      let mostly = tag == .block ? linked * 3 > length * 2 : linked * 2 > length
      // A list is furniture or is not: in one of running text an item may well be one long link.
      if tag.isBlock, tag != .paragraph, tag != .heading, tag != .item, mostly {
        segments.drop(segments.range(node))
        node = max(page.nodes[node].end, node + 1)
      } else {
        node += 1
      }
    }
  }
}
