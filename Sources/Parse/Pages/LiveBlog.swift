import News

/// Puts the entries of a live blog in the order of time, oldest first: outlets show the newest on top, so that every
/// new entry would push the others down.
struct LiveBlog {
  let page: PageMarkup
  let segments: PageSegments
  let main: Int

  /// The segments of the main block, in the order in which they are to be read.
  func order() -> [Int] {
    let body = segments.range(main)
    guard let starts = entries() else { return Array(body) }
    let cuts = starts.map { segments.range($0.node).lowerBound }
    let ends = cuts.dropFirst() + [segments.range(starts[starts.count - 1].node).upperBound]
    let pieces = zip(zip(cuts, ends), starts.map(\.at)).enumerated().sorted { one, other in
      (one.element.1, one.offset) < (other.element.1, other.offset)
    }
    let last = ends.last ?? body.upperBound
    return Array(body.lowerBound..<(cuts.first ?? body.lowerBound))
      + pieces.flatMap { Array($0.element.0.0..<$0.element.0.1) } + Array(last..<body.upperBound)
  }

  /// The elements that hold an entry each, with its time; nil where the page is no live blog or in order already.
  private func entries() -> [(node: Int, at: Instant)]? {
    let times = page.timeNodes.filter { page.isInside($0.node, main) }
    guard times.count >= 3, let first = times.first, let last = times.last else { return nil }
    var holder = page.nodes[first.node].parent
    while holder > main, !page.isInside(last.node, holder) { holder = page.nodes[holder].parent }
    guard holder >= main, holder >= 0 else { return nil }
    var entries: [(node: Int, at: Instant)] = []
    for time in times {
      var node = time.node
      while page.nodes[node].parent > holder { node = page.nodes[node].parent }
      guard page.nodes[node].parent == holder, node != entries.last?.node else { continue }
      guard let at = DateReader.read(time.value, order: .dmy, zoneMinutes: 420)?.instant else { return nil }
      entries.append((node, at))
    }
    let isNewestFirst = zip(entries, entries.dropFirst()).allSatisfy { $0.at >= $1.at }
    guard entries.count >= 3, isNewestFirst, holdText(entries.map(\.node)) else { return nil }
    return entries
  }

  /// Dates beside pictures and in lists of other articles make no live blog.
  private func holdText(_ nodes: [Int]) -> Bool {
    let inside = nodes.reduce(0) { sum, node in sum + kept(segments.range(node)) }
    return inside * 2 > kept(segments.range(main))
  }

  private func kept(_ range: Range<Int>) -> Int {
    range.reduce(0) { segments.all[$1].dropped ? $0 : $0 + segments.all[$1].length }
  }
}
