/// Drops what stands around and inside articles without belonging to them: menus, advertisements, lists of other
/// articles, comments, clocks.
struct PageFurniture {
  let page: PageMarkup

  /// Marks segments of furniture by the names and kinds of their elements.
  func dropNamed(in segments: inout PageSegments) {
    var node = 0
    while node < page.nodes.count {
      let item = page.nodes[node]
      if isFurniture(node, item, segments) {
        segments.drop(segments.range(node))
        node = max(item.end, node + 1)
      } else {
        node += 1
      }
    }
  }

  private func isFurniture(_ node: Int, _ item: MarkupNode, _ segments: PageSegments) -> Bool {
    guard item.tag != .text, item.tag != .root, item.tag != .body, item.end > node + 1 else { return false }
    if item.hints.contains(.hidden) { return true }
    let named = item.hints.contains(.junk) && item.tag != .article && !item.hints.contains(.articleBody)
    guard named || item.tag == .side || item.tag == .title else { return false }
    // A wrapper may be called "has-sidebar"; what holds half of the page's running text is no furniture.
    let plain = segments.length(node) - segments.linked(node)
    let all = segments.total - (segments.linkedBefore.last ?? 0)
    return plain * 2 < all && !page.nodes[node..<item.end].contains { $0.hints.contains(.articleBody) }
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
      if tag.isBlock, tag != .paragraph, tag != .heading, mostly {
        segments.drop(segments.range(node))
        node = max(page.nodes[node].end, node + 1)
      } else {
        node += 1
      }
    }
  }
}
