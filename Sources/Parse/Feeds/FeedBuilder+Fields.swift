import News

extension FeedBuilder {
  func begin(_ field: FeedField, _ attributes: FeedAttributes) {
    switch field.role {
    case .skip: skipDepth = depth
    case .person: person = FeedPerson(depth: depth)
    case .name, .email: if person.depth != nil { beginCapture(field, attributes) }
    case .enclosure: addEnclosure(attributes.value("url"), attributes)
    case .outline: addOutline(attributes)
    case .link: beginLink(field, attributes)
    case .category:
      if let term = attributes.value("label") ?? attributes.value("term") {
        change { $0.add(category: MarkupText.folded(term)) }
      } else {
        beginCapture(field, attributes)
      }
    case .content:
      if let source = attributes.value("src") { change { $0.link.offer(resolved(source), 1) } }
      beginCapture(field, attributes)
    default: beginCapture(field, attributes)
    }
  }

  private func beginCapture(_ field: FeedField, _ attributes: FeedAttributes) {
    capture = FieldCapture(field, depth: depth, format: feed.format, attributes)
    text.removeAll(keepingCapacity: true)
    markup = InlineMarkup(dropsOuterDivision: attributes.value("type")?.lowercased() == "xhtml")
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
    let length = attributes.value("length") ?? attributes.value("fileSize")
    let enclosure = Enclosure(url: resolved(url), type: attributes.value("type"), length: length)
    change { $0.add(enclosure) }
  }

  func finishPerson() {
    let name = person.best
    person = FeedPerson()
    change { $0.author.offer(name, 4) }
  }

  func finishField() {
    guard let done = capture.take() else { return }
    if done.shape == .base64 { text = FieldCapture.decoded(text) }
    let rank = done.field.rank
    switch done.field.role {
    case .title:
      let title = done.shape == .literal ? plain : MarkupText.plain(text)
      change { $0.title.offer(title, rank) }
    case .summary: offer(\.summary, body, rank)
    case .content: offer(\.content, body, rank)
    case .link:
      let url = plain
      if !url.isEmpty { change { $0.link.offer(resolved(url), rank, lastWins: true) } }
    case .id: finishIdentifier(done)
    case .author:
      let author = AuthorName.read(MarkupText.words(text))
      change { $0.author.offer(author, rank) }
    case .name: person.name = MarkupText.words(text)
    case .email: person.email = plainText
    case .category:
      let category = MarkupText.words(text)
      change { $0.add(category: category) }
    case .keywords:
      let words = MarkupText.words(text).split(separator: ",", maxSplits: 100)
      for word in words { change { $0.add(category: MarkupText.folded(String(word))) } }
    case .generator: hasHourlyDates = hasHourlyDates || plainText.lowercased().contains("nukeviet")
    default: finishStatement(done.field)
    }
  }

  private func finishStatement(_ field: FeedField) {
    switch field.role {
    case .published: offer(\.published, plain, field.rank)
    case .updated: offer(\.updated, plain, field.rank)
    case .date:
      offer(\.published, plain, field.rank)
      offer(\.updated, plain, field.rank)
    case .language: offer(\.language, plain, field.rank)
    case .ttl:
      // Minutes; a feed that gives none or nonsense stays at its configured interval.
      if entry == nil, let minutes = UInt32(plainText) { feed.ttl = .seconds(Int64(minutes) * 60) }
    default: break
    }
  }

  private func finishIdentifier(_ done: FieldCapture) {
    let id = plain
    offer(\.id, id, done.field.rank)
    if done.field.rank == 4, done.isPermalink, id.starts(with: "http".utf8) { offer(\.link, resolved(id), 1) }
  }

  private func offer(_ path: WritableKeyPath<FeedDraft, FeedDraft.Ranked>, _ utf8: [UInt8], _ rank: Int) {
    change { $0[keyPath: path].offer(utf8, rank) }
  }

  /// The captured text without outer white space, inner runs folded.
  private var plain: [UInt8] { NormalForm.composed(MarkupText.folded(text)) }
  private var plainText: String { String(decoding: plain, as: UTF8.self) }

  /// The captured text as it stands, only its outer white space gone.
  private var body: [UInt8] {
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
      return []
    }
    return Array(text[first...last])
  }
}
