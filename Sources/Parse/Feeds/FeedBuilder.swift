import News

/// Makes a feed of the elements of an XML document, whatever vocabulary they are of.
final class FeedBuilder {
  private enum Shape { case text, markup, literal }
  private struct Capture {
    let field: FeedField
    let depth: Int
    let shape: Shape
    var isPermalink = true
  }

  private(set) var feed = ParsedFeed(format: "")
  private(set) var failure: ParseFailure?
  private(set) var isClosed = false
  /// Whether unclosed elements are to be expected.
  var recovers = false

  private let source: Source
  private var channel = FeedDraft()
  private var entry: FeedDraft?
  private var entryDepth = 0
  private var skipDepth: Int?
  private var personDepth: Int?
  private var person: (name: String, email: String) = ("", "")
  private var capture: Capture?
  private var markup = InlineMarkup()
  private var text: [UInt8] = []
  private var depth = 0
  private var bases: [(depth: Int, url: String)]
  private var isAtom = false
  private var hasHourlyDates = false

  init(url: String, source: Source) {
    self.source = source
    bases = [(0, url)]
    text.reserveCapacity(64 << 10)
  }

  var hasRoot: Bool { !feed.format.isEmpty }

  func start(_ name: String, _ space: FeedSpace, _ attributes: FeedAttributes) {
    depth += 1
    let name = name.lowercased()
    let space = isAtom && space == .plain ? FeedSpace.atom : space
    if depth == 1 { return startRoot(name, space, attributes) }
    if let base = attributes.value("base", prefix: "xml") { bases.append((depth, resolved(base))) }
    let isEntry = isEntryName(name, space)
    if capture != nil {
      guard recovers, isEntry || FeedField.of(name, space) != nil else {
        return markup.open(name, attributes, to: &text)
      }
      finishField()
    }
    if isEntry { return startEntry(attributes) }
    guard skipDepth == nil, let field = FeedField.of(name, space) else { return }
    begin(field, name, attributes)
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard capture != nil else { return }
    markup.append(bytes, to: &text)
  }

  func close() {
    if let capture {
      if depth > capture.depth { markup.close(to: &text) } else { finishField() }
    }
    if skipDepth == depth { skipDepth = nil }
    if personDepth == depth { finishPerson() }
    if entry != nil, entryDepth == depth { finishEntry() }
    if bases.count > 1, bases.last?.depth == depth { bases.removeLast() }
    depth -= 1
    if depth == 0 {
      isClosed = true
      end()
    }
  }

  /// The channel's own fields, once all is read.
  func end() {
    feed.title = channel.title.text
    feed.link = channel.link.text
    feed.description = channel.summary.text
    feed.language = channel.language.text
    feed.id = channel.id.text.isEmpty ? nil : channel.id.text
    feed.updated = date(channel.updated.text) ?? date(channel.published.text)
  }

  private func resolved(_ reference: String) -> String {
    WebAddress.resolve(reference, against: bases.last?.url) ?? Self.trimmed(reference)
  }

  private static func trimmed(_ text: String) -> String {
    String(decoding: MarkupText.folded(Array(text.utf8)), as: UTF8.self)
  }

  private func date(_ raw: String) -> StatedDate? {
    guard var date = DateReader.read(raw, order: source.dates, zoneMinutes: source.zoneMinutes) else { return nil }
    // NukeViet prints the month where the minutes belong.
    if hasHourlyDates, date.precision == .second || date.precision == .minute { date.precision = .hour }
    return date
  }
}

// MARK: the outline

extension FeedBuilder {
  private func startRoot(_ name: String, _ space: FeedSpace, _ attributes: FeedAttributes) {
    switch name {
    case "rss": feed.format = attributes.value("version")?.hasPrefix("0.9") ?? false ? "rss09" : "rss20"
    case "rdf": feed.format = "rss10"
    case "feed":
      isAtom = true
      feed.format = space == .atom03 || attributes.value("version") == "0.3" ? "atom03" : "atom10"
    case "urlset": feed.format = "sitemap"
    case "sitemapindex": failure = ParseFailure(.notAFeed, "an index of sitemaps: name one of its sitemaps instead")
    case "html": failure = ParseFailure(.notAFeed, "an HTML page")
    default: failure = ParseFailure(.notAFeed, "the document is <\(name.prefix(40))>, no feed")
    }
    if let base = attributes.value("base", prefix: "xml") { bases.append((depth, resolved(base))) }
    channel.language.offer(attributes.value("lang", prefix: "xml") ?? "", 1)
  }

  private func isEntryName(_ name: String, _ space: FeedSpace) -> Bool {
    switch name {
    case "item": space == .plain && !isAtom && feed.format != "sitemap"
    case "entry": isAtom && (space == .atom || space == .atom03)
    case "url": space == .plain && feed.format == "sitemap"
    default: false
    }
  }

  private func startEntry(_ attributes: FeedAttributes) {
    guard entry == nil || recovers else { return }
    if entry != nil { finishEntry() }
    skipDepth = nil
    personDepth = nil
    var draft = FeedDraft()
    draft.language.offer(attributes.value("lang", prefix: "xml") ?? "", 1)
    draft.id.offer(attributes.value("about", prefix: "rdf") ?? "", 2)
    entry = draft
    entryDepth = depth
  }

  private func finishEntry() {
    guard let draft = entry else { return }
    entry = nil
    var parsed = ParsedEntry()
    parsed.id = draft.id.text
    parsed.link = draft.link.text
    parsed.title = draft.title.text
    parsed.summary = draft.summary.text
    parsed.content = draft.content.text
    parsed.author = draft.author.text.isEmpty ? nil : draft.author.text
    parsed.published = date(draft.published.text)
    parsed.updated = date(draft.updated.text)
    parsed.language = draft.language.text.isEmpty ? nil : draft.language.text
    parsed.categories = draft.categories
    parsed.enclosures = draft.enclosures
    feed.entries.append(parsed)
  }
}

// MARK: fields

extension FeedBuilder {
  private func change(_ body: (inout FeedDraft) -> Void) {
    guard var draft = entry.take() else { return body(&channel) }
    body(&draft)
    entry = draft
  }

  private func begin(_ field: FeedField, _ name: String, _ attributes: FeedAttributes) {
    switch field.role {
    case .skip: skipDepth = depth
    case .person:
      personDepth = depth
      person = ("", "")
    case .name, .email: if personDepth != nil { beginCapture(field, attributes) }
    case .enclosure: addEnclosure(attributes.value("url"), attributes)
    case .link: beginLink(field, attributes)
    case .category:
      if let term = attributes.value("label") ?? attributes.value("term") {
        change { $0.add(category: Self.trimmed(term)) }
      } else {
        beginCapture(field, attributes)
      }
    default: beginCapture(field, attributes)
    }
  }

  private func beginCapture(_ field: FeedField, _ attributes: FeedAttributes) {
    let type = attributes.value("type")?.lowercased()
    let mode = attributes.value("mode")?.lowercased()
    let isMarkup = type == "xhtml" || type == "application/xhtml+xml" || mode == "xml"
    let isLiteral = isAtom && (type == "text" || (type == nil && feed.format == "atom10"))
    capture = Capture(
      field: field, depth: depth, shape: isMarkup ? .markup : isLiteral ? .literal : .text,
      isPermalink: attributes.value("ispermalink") != "false" && attributes.value("isPermaLink") != "false")
    text.removeAll(keepingCapacity: true)
    markup = InlineMarkup(dropsOuterDivision: type == "xhtml")
  }

  private func beginLink(_ field: FeedField, _ attributes: FeedAttributes) {
    guard let href = attributes.value("href") else { return beginCapture(field, attributes) }
    let rel = attributes.value("rel")?.lowercased() ?? "alternate"
    if rel == "enclosure" { return addEnclosure(href, attributes) }
    guard rel == "alternate" || rel.hasSuffix("/alternate") else { return }
    let type = attributes.value("type")?.lowercased() ?? "text/html"
    let isPage = type.hasPrefix("text/html") || type.contains("xhtml")
    let url = resolved(href)
    change { $0.link.offer(url, isPage ? field.rank : 2, lastWins: field.rank == 4) }
  }

  private func addEnclosure(_ url: String?, _ attributes: FeedAttributes) {
    guard let url, !url.isEmpty else { return }
    let enclosure = Enclosure(
      url: resolved(url), type: attributes.value("type"), length: attributes.value("length"))
    change { $0.enclosures.append(enclosure) }
  }

  private func finishPerson() {
    personDepth = nil
    let name = person.name.isEmpty ? person.email : person.name
    change { $0.author.offer(name, 4) }
  }

  private func finishField() {
    guard let done = capture else { return }
    capture = nil
    let words = { String(decoding: MarkupText.plain(self.text), as: UTF8.self) }
    let rank = done.field.rank
    switch done.field.role {
    case .title:
      let title = done.shape == .literal ? plainText : words()
      change { $0.title.offer(title, rank) }
    case .summary: offer(\.summary, body, rank)
    case .content: offer(\.content, body, rank)
    case .link:
      let url = plainText.isEmpty ? "" : resolved(plainText)
      change { $0.link.offer(url, rank, lastWins: true) }
    case .id: finishIdentifier(done)
    case .author:
      let author = AuthorName.read(words())
      change { $0.author.offer(author, rank) }
    case .name: person.name = words()
    case .email: person.email = plainText
    case .category:
      let category = words()
      change { $0.add(category: category) }
    case .keywords:
      for word in words().split(separator: ",") { change { $0.add(category: Self.trimmed(String(word))) } }
    case .generator: hasHourlyDates = hasHourlyDates || plainText.lowercased().contains("nukeviet")
    default: finishStatement(done.field)
    }
  }

  private func finishStatement(_ field: FeedField) {
    switch field.role {
    case .published: offer(\.published, plainText, field.rank)
    case .updated: offer(\.updated, plainText, field.rank)
    case .date:
      offer(\.published, plainText, field.rank)
      offer(\.updated, plainText, field.rank)
    case .language: offer(\.language, plainText, field.rank)
    default: break
    }
  }

  private func finishIdentifier(_ done: Capture) {
    let id = plainText
    offer(\.id, id, done.field.rank)
    if done.field.rank == 4, done.isPermalink, id.hasPrefix("http") { offer(\.link, resolved(id), 1) }
  }

  private func offer(_ path: WritableKeyPath<FeedDraft, FeedDraft.Ranked>, _ text: String, _ rank: Int) {
    change { $0[keyPath: path].offer(text, rank) }
  }

  /// The captured text without outer white space, inner runs folded.
  private var plainText: String {
    String(decoding: NormalForm.composed(MarkupText.folded(text)), as: UTF8.self)
  }

  /// The captured text as it stands, only its outer white space gone.
  private var body: String {
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
      return ""
    }
    return String(decoding: text[first...last], as: UTF8.self)
  }
}
