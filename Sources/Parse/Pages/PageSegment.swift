import News

/// A run of text between two block boundaries or line breaks: what may become a paragraph.
struct PageSegment {
  /// The block element it stands in.
  var block: Int
  var firstNode: Int
  var text: ArraySlice<UInt8>
  /// Bytes of its text inside links, and inside bold elements or headings.
  var linked = 0
  var bold = 0
  var isHeading = false
  var dropped = false

  var length: Int { text.count }
  var isLink: Bool { linked * 2 > length }
  var isBold: Bool { bold * 10 > length * 9 }
}

/// The page's segments in document order, and for each node the range of those inside it.
struct PageSegments {
  private(set) var all: [PageSegment] = []
  /// For node n the segments inside are `first[n]..<last[n]`.
  private(set) var first: [Int]
  private(set) var last: [Int]
  /// Sums of lengths and linked lengths of the segments before each index.
  private(set) var lengthBefore: [Int] = [0]
  private(set) var linkedBefore: [Int] = [0]

  init(_ page: PageMarkup) {
    first = Array(repeating: 0, count: page.nodes.count)
    last = first
    var builder = SegmentBuilder(page: page)
    for node in page.nodes.indices {
      builder.closeElements(before: node) { last[$0] = $1 }
      first[node] = builder.visit(node)
      if page.nodes[node].end == node + 1 { last[node] = first[node] }
    }
    builder.closeElements(before: .max) { last[$0] = $1 }
    all = builder.done
    for segment in all {
      lengthBefore.append((lengthBefore.last ?? 0) + segment.length)
      linkedBefore.append((linkedBefore.last ?? 0) + segment.linked)
    }
  }

  func range(_ node: Int) -> Range<Int> { first[node]..<max(first[node], last[node]) }
  func length(_ node: Int) -> Int { lengthBefore[range(node).upperBound] - lengthBefore[range(node).lowerBound] }
  func linked(_ node: Int) -> Int { linkedBefore[range(node).upperBound] - linkedBefore[range(node).lowerBound] }

  /// Sums of what is neither dropped nor linked before each index.
  func keptSums() -> [Int] {
    var sums = [0]
    var sum = 0
    for segment in all {
      sum += segment.dropped ? 0 : segment.length - segment.linked
      sums.append(sum)
    }
    return sums
  }

  mutating func drop(_ range: Range<Int>) { for i in range { all[i].dropped = true } }

  func string(_ index: Int) -> String { CanonicalText.string(all[index].text) }
}

/// Walks the nodes once and cuts their text into segments.
private struct SegmentBuilder {
  let page: PageMarkup
  var done: [PageSegment] = []
  private var open: [Int] = []
  private var blocks: [Int] = []
  private var line: [UInt8] = []
  private var from = -1
  private var linked = 0
  private var bold = 0
  private var links = 0
  private var bolds = 0
  private var headings = 0
  private var titles = 0
  private var preformatted = 0

  init(page: PageMarkup) { self.page = page }

  mutating func closeElements(before node: Int, closed: (Int, Int) -> Void) {
    while let top = open.last, page.nodes[top].end <= node {
      open.removeLast()
      let tag = page.nodes[top].tag
      if tag.isBlock {
        flush()
        blocks.removeLast()
      }
      count(tag, by: -1)
      closed(top, done.count + (line.isEmpty ? 0 : 1))
    }
  }

  /// Takes a node in; returns the index of the first segment that may lie inside it.
  mutating func visit(_ node: Int) -> Int {
    let item = page.nodes[node]
    switch item.tag {
    case .text:
      if titles == 0 { preformatted > 0 ? takeLines(item, node) : take(page.text[item.text], node) }
      return done.count
    case .lineBreak: flush()
    default: break
    }
    if item.tag.isBlock { flush() }
    let first = done.count
    if item.end > node + 1 {
      open.append(node)
      if item.tag.isBlock { blocks.append(node) }
      count(item.tag, by: 1)
    }
    return first
  }

  private mutating func count(_ tag: MarkupTag, by step: Int) {
    switch tag {
    case .link: links += step
    case .bold: bolds += step
    case .heading:
      bolds += step
      headings += step
    case .title: titles += step
    case .preformatted: preformatted += step
    default: break
    }
  }

  /// In preformatted text a blank line parts paragraphs; other line breaks only wrap them.
  private mutating func takeLines(_ item: MarkupNode, _ node: Int) {
    var rest = page.text[item.text]
    while let next = Self.blankLine(in: rest) {
      take(rest[..<next], node)
      flush()
      rest = rest[next...]
    }
    take(rest, node)
  }

  /// The place after the first two line breaks with nothing but blanks between them.
  private static func blankLine(in text: ArraySlice<UInt8>) -> Int? {
    var follows = false
    for at in text.indices where text[at] == UInt8(ascii: "\n") || text[at] > 0x20 {
      let breaks = text[at] == UInt8(ascii: "\n")
      if breaks, follows { return at + 1 }
      follows = breaks
    }
    return nil
  }

  private mutating func take(_ text: ArraySlice<UInt8>, _ node: Int) {
    let before = line.count
    CanonicalText.append(text, to: &line, startingAt: 0)
    guard line.count > before else { return }
    if from < 0 { from = node }
    if links > 0 { linked += line.count - before }
    if bolds > 0 { bold += line.count - before }
  }

  private mutating func flush() {
    while line.last == 0x20 { line.removeLast() }
    if !line.isEmpty {
      var segment = PageSegment(block: blocks.last ?? 0, firstNode: max(from, 0), text: line[...])
      segment.linked = min(linked, line.count)
      segment.bold = min(bold, line.count)
      segment.isHeading = headings > 0
      done.append(segment)
    }
    line = []
    from = -1
    linked = 0
    bold = 0
  }
}
