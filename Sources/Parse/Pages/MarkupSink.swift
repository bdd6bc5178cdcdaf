import CXML

/// Receives the HTML parser's events and lays the page out as a flat array, mending what an HTML 4 parser gets wrong.
struct MarkupSink {
  private(set) var page = PageMarkup()
  private var stack: [Int] = []
  private var names: [NameHash] = []
  private var link: Int?
  private var hintsOfNames: [NameHash: MarkupHints] = [:]

  /// An element of this name, put after the page's last byte, marks what is still open there.
  static let endMark = "banluu-end"
  private static let endHash = NameHash(endMark.utf8)
  private static let figure = NameHash("figure".utf8)
  private static let deepest = 2_000
  /// Bytes of text above which an element `a` was left open by mistake.
  private static let longestLink = 2_000

  mutating func start(_ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    let name = NameHash(name)
    if name == Self.endHash {
      for node in stack { page.nodes[node].open = true }
      return
    }
    let values = MarkupAttributes(pairs: attributes)
    let tag = MarkupTag(name)
    if tag == .article || tag == .side || tag == .landmark || name == Self.figure { closeParagraph() }
    note(name, tag, values)
    let node = append(tag, hints(name, values))
    if tag == .link { replaceLink(with: node) }
    if let given = values.bytes("class"), given.pointee != 0 { page.nodes[node].kind = NameHash(given).value }
    if tag == .void || tag == .lineBreak || tag == .image {
      page.nodes[node].end = node + 1
    } else if stack.count < Self.deepest {
      stack.append(node)
      names.append(name)
    } else {
      page.nodes[node].end = node + 1
    }
  }

  mutating func end(_ name: UnsafePointer<xmlChar>) {
    let name = NameHash(name)
    guard let depth = names.lastIndex(of: name) else { return }
    close(to: depth)
  }

  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    let from = page.text.count
    page.text.append(contentsOf: bytes)
    if let last = page.nodes.indices.last, page.nodes[last].tag == .text, page.nodes[last].parent == stack.last ?? -1 {
      page.nodes[last].text = page.nodes[last].text.lowerBound..<page.text.count
    } else {
      let node = append(.text, [])
      page.nodes[node].text = from..<page.text.count
      page.nodes[node].end = node + 1
    }
  }

  /// Marks the element just started as the article's main block.
  mutating func choose() {
    if let last = stack.last { page.nodes[last].hints.insert(.chosen) }
  }

  mutating func finish() -> PageMarkup {
    close(to: 0)
    return page
  }

  private mutating func append(_ tag: MarkupTag, _ hints: MarkupHints) -> Int {
    page.nodes.append(MarkupNode(tag: tag, hints: hints, parent: stack.last ?? -1))
    return page.nodes.count - 1
  }

  private mutating func close(to depth: Int) {
    while stack.count > depth {
      let node = stack.removeLast()
      page.nodes[node].end = page.nodes.count
      names.removeLast()
      if page.nodes[node].tag == .link, textCount(after: node) > Self.longestLink { page.nodes[node].tag = .inline }
    }
  }

  /// A link begins: one that is open still, such as `<a name="top"/>`, was never closed and holds the rest of the page.
  private mutating func replaceLink(with node: Int) {
    if let link, page.nodes[link].end == 0 { page.nodes[link].tag = .inline }
    link = node
  }

  private func textCount(after node: Int) -> Int {
    let first = page.nodes[node...].first { $0.tag == .text }
    return first.map { page.text.count - $0.text.lowerBound } ?? 0
  }

  /// A section, article or figure ends an open paragraph, which HTML 4 did not know.
  private mutating func closeParagraph() {
    var depth = stack.count - 1
    while depth >= 0, !page.nodes[stack[depth]].tag.isBlock { depth -= 1 }
    if depth >= 0, page.nodes[stack[depth]].tag == .paragraph { close(to: depth) }
  }

  private static let heading = NameHash("h1".utf8)

  private mutating func hints(_ name: NameHash, _ values: MarkupAttributes) -> MarkupHints {
    var hints: MarkupHints = name == Self.heading ? [.firstHeading] : []
    guard values.pairs != nil else { return hints }
    for given in [values.bytes("class"), values.bytes("id"), values.bytes("role")] {
      if let given, given.pointee != 0 { hints.formUnion(known(given)) }
    }
    if let property = values["itemprop"] {
      if property == "articleBody" { hints.insert(.articleBody) }
      if property == "headline" { hints.insert(.title) }
      if property == "description" { hints.insert(.summary) }
      if property == "author" { hints.insert(.authorMark) }
    }
    if values.bytes("hidden") != nil { hints.insert(.hidden) }
    if let style = values["style"], style.utf8.count < 400, style.contains("none") {
      if style.lowercased().filter({ $0 != " " }).contains("display:none") { hints.insert(.hidden) }
    }
    return hints
  }

  /// Pages use few names, each many times.
  private mutating func known(_ names: UnsafePointer<UInt8>) -> MarkupHints {
    let hash = NameHash(names)
    if let hints = hintsOfNames[hash] { return hints }
    let hints = MarkupHints(names: names)
    hintsOfNames[hash] = hints
    return hints
  }

  private static let html = NameHash("html".utf8)
  private static let link = NameHash("link".utf8)
  private static let meta = NameHash("meta".utf8)

  private mutating func note(_ name: NameHash, _ tag: MarkupTag, _ values: MarkupAttributes) {
    guard values.pairs != nil else { return }
    if name == Self.html {
      page.language = values["lang"] ?? values["xml:lang"]
    } else if name == Self.link {
      if page.canonical == nil, values["rel"]?.lowercased() == "canonical" { page.canonical = values["href"] }
      notePager(values)
    } else if name == Self.meta {
      guard let content = values["content"] else { return }
      let keys = [values["property"], values["name"], values["itemprop"]].compactMap { $0?.lowercased() }
      for key in keys where page.metas[key] == nil { page.metas[key] = content }
    } else {
      if tag == .link { notePager(values) }
      guard let time = values["datetime"] ?? (values["itemprop"] != nil ? values["content"] : nil) else { return }
      let key = values["itemprop"]?.lowercased() ?? ""
      if page.times[key] == nil { page.times[key] = time }
      // The element itself is appended right after this.
      if tag == .time { page.timeNodes.append((page.nodes.count, time)) }
    }
  }

  private static let mostPagers = 100

  private mutating func notePager(_ values: MarkupAttributes) {
    guard page.pagers.count < Self.mostPagers, let address = values["href"],
      PageAddress.mayStand(in: address.utf8)
    else { return }
    page.pagers.append(address)
  }
}
