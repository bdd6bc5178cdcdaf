/// Finds the element that holds the article's text.
struct MainBlock {
  let page: PageMarkup
  let segments: PageSegments

  /// The outlet's own rule, else microdata, else the densest text.
  func find() -> Int? {
    if let chosen = page.nodes.firstIndex(where: { $0.hints.contains(.chosen) }) { return chosen }
    let marked = page.nodes.indices.filter { page.nodes[$0].hints.contains(.articleBody) && kept($0) >= 250 }
    let scored = densest()
    if let best = marked.max(by: { kept($0) < kept($1) }) {
      // Microdata around a mere teaser is not believed against a far longer text.
      if let scored, kept(scored) > 4 * kept(best), !page.isInside(scored, best) { return scored }
      return best
    }
    return scored ?? page.nodes.firstIndex { $0.tag == .body }
  }

  /// Bytes of text inside a node that are neither furniture nor links.
  private func kept(_ node: Int) -> Int {
    segments.range(node).reduce(0) {
      let segment = segments.all[$1]
      return segment.dropped || isTeaser($1) ? $0 : $0 + segment.length - segment.linked
    }
  }

  /// Text under a linked title in the same small box: it announces another article.
  private func isTeaser(_ index: Int) -> Bool {
    var node = segments.all[index].block
    while node >= 0, segments.range(node).count < 2 { node = blockParent(node) }
    guard node >= 0 else { return false }
    let box = segments.range(node)
    return box.count <= 4 && segments.all[box.lowerBound].isLink && box.lowerBound < index
  }

  private func densest() -> Int? {
    var scores: [Int: Double] = [:]
    let several = blocksWithSeveral()
    for (index, segment) in segments.all.enumerated() {
      guard !segment.dropped, !segment.isLink, segment.length >= 40, !isTeaser(index) else { continue }
      let commas = segment.text.count { $0 == UInt8(ascii: ",") }
      let score = 1 + Double(min(commas, 8)) + min(Double(segment.length) / 100, 6)
      var node = segment.block
      if !several.contains(node), page.nodes[node].parent >= 0 { node = blockParent(node) }
      var share = 1.0
      for _ in 0..<4 where node >= 0 {
        scores[node, default: 0] += score * share
        share *= share == 1 ? 0.5 : 0.6
        node = blockParent(node)
      }
    }
    var best: (node: Int, score: Double)?
    for node in scores.keys.sorted() {
      let score = weighed(scores[node] ?? 0, node)
      if score > (best?.score ?? 0) { best = (node, score) }
    }
    return best.map { joined(widened($0.node, $0.score, scores)) }
  }

  /// An article cut into boxes of one name, with pictures between them: the element that holds them all.
  private func joined(_ node: Int) -> Int {
    let item = page.nodes[node]
    guard item.kind != 0 else { return node }
    var twins = page.nodes.indices.filter { page.nodes[$0].kind == item.kind && page.nodes[$0].tag == item.tag }
    twins.removeAll { page.isInside($0, node) || kept($0) < 200 }
    guard !twins.isEmpty else { return node }
    var whole = node
    while whole >= 0, !twins.allSatisfy({ page.isInside($0, whole) }) { whole = blockParent(whole) }
    guard whole >= 0 else { return node }
    let own = kept(node) + twins.reduce(0) { $0 + kept($1) }
    return own * 2 > kept(whole) ? whole : node
  }

  private func weighed(_ score: Double, _ node: Int) -> Double {
    let item = page.nodes[node]
    var score = score
    if item.hints.contains(.content) || item.tag == .article { score *= 1.2 }
    if item.tag == .body || item.tag == .root { score *= 0.8 }
    if item.tag == .list || item.tag == .item { score *= 0.7 }
    let length = segments.length(node)
    return length > 0 ? score * (1 - Double(segments.linked(node)) / Double(length)) : 0
  }

  /// An article cut into several boxes: the parent is taken where it holds much more running text.
  private func widened(_ node: Int, _ score: Double, _ scores: [Int: Double]) -> Int {
    var node = node
    var up = blockParent(node)
    // A table's other columns are no part of the article in this one.
    while up >= 0, page.nodes[up].tag != .body, page.nodes[up].tag != .root, page.nodes[node].tag != .cell {
      let own = kept(node)
      let more = kept(up)
      if Double(more) > Double(own) * 1.25, weighed(scores[up] ?? 0, up) > score * 0.45 { node = up }
      up = blockParent(up)
    }
    return node
  }

  private func blockParent(_ node: Int) -> Int {
    var up = page.nodes[node].parent
    while up >= 0, !page.nodes[up].tag.isBlock { up = page.nodes[up].parent }
    return up
  }

  private func blocksWithSeveral() -> Set<Int> {
    var counts: [Int: Int] = [:]
    for segment in segments.all where segment.length >= 40 && page.nodes[segment.block].tag != .paragraph {
      counts[segment.block, default: 0] += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }
}
