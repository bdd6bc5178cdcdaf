import News

/// Reads JSON Feed 1.0 and 1.1. Values of a wrong type are passed over; what stood before a fault is kept.
struct JSONFeed {
  private static let memoryLimit = 32 << 20

  private let url: String
  private let dates: FeedDates
  private var feed = ParsedFeed(format: "jsonfeed")
  private var isFeed = false
  private var author: String?
  private var kept = 0

  init(url: String, dates: FeedDates) {
    self.url = url
    self.dates = dates
  }

  static func read(_ utf8: [UInt8], url: String, dates: FeedDates) -> Result<ParsedFeed, ParseFailure> {
    var reader = JSONFeed(url: url, dates: dates)
    var scan = JSONScan(utf8)
    scan.object { reader.readDocument(&$0, $1) }
    guard reader.isFeed else { return .failure(ParseFailure(.notAFeed, "JSON, but no JSON Feed")) }
    var feed = reader.feed
    feed.damaged = feed.damaged || scan.isBroken
    if let author = reader.author {
      for index in feed.entries.indices where feed.entries[index].author == nil { feed.entries[index].author = author }
    }
    return .success(feed)
  }

  private mutating func readDocument(_ scan: inout JSONScan, _ key: String) {
    switch key {
    case "version": isFeed = isFeed || text(&scan)?.contains("jsonfeed") ?? false
    case "title": feed.title = text(&scan).map(MarkupText.folded) ?? ""
    case "home_page_url": feed.link = link(&scan) ?? ""
    case "description": feed.description = text(&scan) ?? ""
    case "language": feed.language = text(&scan) ?? ""
    case "author", "authors": author = author ?? person(&scan)
    case "items":
      guard scan.isAtArray else { return }
      isFeed = true
      scan.array { readItem(&$0) }
    default: break
    }
  }

  private mutating func readItem(_ scan: inout JSONScan) {
    var entry = ParsedEntry()
    var external: String?
    var plain: [UInt8] = []
    scan.object { scan, key in
      switch key {
      case "id": entry.id = text(&scan) ?? ""
      case "url": entry.link = link(&scan) ?? ""
      case "external_url": external = link(&scan)
      case "title": entry.title = scan.text().map(MarkupText.words) ?? ""
      case "summary": entry.summaryUTF8 = scan.text() ?? []
      case "content_html": entry.contentUTF8 = scan.text() ?? []
      case "content_text": plain = scan.text() ?? []
      case "date_published": entry.published = text(&scan).flatMap(dates.read)
      case "date_modified": entry.updated = text(&scan).flatMap(dates.read)
      case "language": entry.language = text(&scan)
      case "author", "authors": entry.author = entry.author ?? person(&scan)
      case "tags": readTags(&scan, &entry)
      case "attachments": scan.array { readAttachment(&$0, &entry) }
      default: break
      }
    }
    if entry.link.isEmpty { entry.link = external ?? "" }
    if entry.contentUTF8.isEmpty { entry.contentUTF8 = plain }
    // An entry that the end of the text cuts is not kept.
    if !scan.isBroken { keep(entry) }
  }

  private mutating func keep(_ entry: ParsedEntry) {
    let words = entry.title.utf8.count + entry.summaryUTF8.count + entry.contentUTF8.count
    let lists =
      entry.categories.reduce(0) { $0 + $1.utf8.count } + entry.enclosures.reduce(0) { $0 + $1.url.utf8.count }
    kept += 400 + entry.id.utf8.count + entry.link.utf8.count + words + lists
    if feed.entries.count >= FeedBuilder.entryLimit || kept > Self.memoryLimit {
      feed.damaged = true
    } else {
      feed.entries.append(entry)
    }
  }

  private func readTags(_ scan: inout JSONScan, _ entry: inout ParsedEntry) {
    func add(_ scan: inout JSONScan) {
      guard entry.categories.count < FeedDraft.listLimit, let tag = text(&scan).map(MarkupText.folded), !tag.isEmpty,
        !entry.categories.contains(tag)
      else { return }
      entry.categories.append(tag)
    }
    if scan.isAtArray { scan.array { add(&$0) } } else { add(&scan) }
  }

  private func readAttachment(_ scan: inout JSONScan, _ entry: inout ParsedEntry) {
    var file = Enclosure(url: "")
    scan.object { scan, key in
      switch key {
      case "url": file.url = link(&scan) ?? ""
      case "mime_type": file.type = text(&scan)
      case "size_in_bytes": file.length = text(&scan)
      default: break
      }
    }
    if !file.url.isEmpty, entry.enclosures.count < FeedDraft.listLimit { entry.enclosures.append(file) }
  }

  /// One person or the first of several: the name, else the address; some write the bare name.
  private func person(_ scan: inout JSONScan) -> String? {
    var found: String?
    func read(_ scan: inout JSONScan) {
      var name: String?
      var address: String?
      if scan.isAtObject {
        scan.object { scan, key in
          if key == "name" { name = text(&scan) } else if key == "url" { address = text(&scan) }
        }
      } else {
        name = text(&scan)
      }
      found = found ?? [name, address].compactMap { $0 }.first { !$0.isEmpty }
    }
    if scan.isAtArray { scan.array { read(&$0) } } else { read(&scan) }
    return found
  }

  private func text(_ scan: inout JSONScan) -> String? { scan.text().map { String(decoding: $0, as: UTF8.self) } }

  private func link(_ scan: inout JSONScan) -> String? {
    text(&scan).map { WebAddress.resolve($0, against: url) ?? MarkupText.folded($0) }
  }
}
