import News

extension FeedBuilder {
  func startRoot(_ element: FeedElement, _ attributes: FeedAttributes) {
    switch element.name {
    case "rss", "channel": feed.format = attributes.value("version")?.hasPrefix("0.9") ?? false ? "rss09" : "rss20"
    case "rdf": feed.format = isOfNetscape ? "rss09" : "rss10"
    case "feed":
      isAtom = true
      feed.format = element.space == .atom03 || attributes.value("version") == "0.3" ? "atom03" : "atom10"
    case "urlset": feed.format = "sitemap"
    case "sitemapindex", "opml": feed.format = element.name
    case "html": failure = ParseFailure(.notAFeed, "an HTML page")
    default: failure = ParseFailure(.notAFeed, "the document is <\(element.name.prefix(40))>, no feed")
    }
    rebase(attributes)
    channel.language.offer(attributes.value("lang", prefix: "xml"), 1)
  }

  func isEntry(_ element: FeedElement) -> Bool {
    switch element.name {
    case "item": (element.space == .plain || element.space == .netscape) && !isAtom && feed.format != "sitemap"
    case "entry": isAtom && (element.space == .atom || element.space == .atom03)
    case "url": element.space == .plain && feed.format == "sitemap"
    case "sitemap": element.space == .plain && feed.format == "sitemapindex"
    default: false
    }
  }

  func finishEntry() {
    guard let draft = entry.take() else { return }
    if feed.format == "sitemapindex" {
      kept += draft.size
      feed.parts.append(FeedPart(url: draft.link.text, updated: dates.read(draft.updated.text)))
      return
    }
    var parsed = ParsedEntry()
    parsed.id = draft.id.text
    parsed.link = draft.link.text
    parsed.title = draft.title.text
    parsed.summaryUTF8 = draft.summary.utf8
    parsed.contentUTF8 = draft.content.utf8
    parsed.author = draft.author.presentText
    parsed.published = dates.read(draft.published.text)
    parsed.updated = draft.updated.utf8 == draft.published.utf8 ? parsed.published : dates.read(draft.updated.text)
    parsed.language = draft.language.presentText
    parsed.categories = draft.categories
    parsed.enclosures = draft.enclosures
    parsed.isDamaged = isDamaged
    kept += draft.size
    feed.entries.append(parsed)
  }

  /// A feed of an OPML outline.
  func addOutline(_ attributes: FeedAttributes) {
    guard let url = attributes.value(inAnyCase: "xmlurl"), !url.isEmpty else { return }
    guard !isFull else {
      feed.damaged = true
      return
    }
    let title = attributes.value(inAnyCase: "title") ?? attributes.value(inAnyCase: "text") ?? ""
    let part = FeedPart(
      url: resolved(url), title: MarkupText.folded(title), home: attributes.value(inAnyCase: "htmlurl"))
    kept += part.url.utf8.count + title.utf8.count
    feed.parts.append(part)
  }

  /// The channel's own fields and what entries take from it, once all is read.
  func end() {
    feed.title = channel.title.text
    feed.link = channel.link.text
    feed.description = channel.summary.text
    feed.language = channel.language.text
    feed.id = channel.id.presentText
    feed.updated = dates.read(channel.updated.text) ?? dates.read(channel.published.text)
    if isAtom, let author = channel.author.presentText {
      for index in feed.entries.indices where feed.entries[index].author == nil { feed.entries[index].author = author }
    }
    guard hasHourlyDates else { return }
    for index in feed.entries.indices {
      feed.entries[index].published = feed.entries[index].published.map(hourly)
      feed.entries[index].updated = feed.entries[index].updated.map(hourly)
    }
  }

  /// NukeViet prints the month where the minutes belong.
  private func hourly(_ date: StatedDate) -> StatedDate {
    var date = date
    if date.precision == .second || date.precision == .minute { date.precision = .hour }
    return date
  }
}
