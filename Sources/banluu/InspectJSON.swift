import Detect
import News
import Parse

/// A feed as `inspect feed` prints it; absent fields are left out.
struct FeedJSON: Encodable {
  struct Item: Encodable {
    struct Enclosure: Encodable {
      var url: String?
      var type: String?
      var length: String?
    }
    var id, link, title, summary, content, author, published, updated: String?
    var publishedRaw, publishedPrecision, language: String?
    var categories: [String]
    var enclosures: [Enclosure]
  }
  var format, encoding: String
  var damaged: Bool
  var title, link, description, language, id, updated: String?
  var items: [Item]

  init(_ feed: ParsedFeed) {
    format = feed.format
    encoding = feed.encoding
    damaged = feed.damaged
    title = feed.title
    link = feed.link
    description = feed.description
    language = feed.language
    id = feed.id
    updated = feed.updated.map { $0.instant?.rfc3339 ?? $0.raw }
    items = feed.entries.map(Item.init)
  }
}

extension FeedJSON.Item {
  init(_ entry: ParsedEntry) {
    let date = entry.published ?? entry.updated
    id = Self.present(entry.id)
    link = Self.present(entry.link)
    title = Self.present(entry.title)
    summary = Self.present(entry.summary)
    content = Self.present(entry.content)
    author = entry.author
    published = date?.instant?.rfc3339
    updated = entry.updated?.instant?.rfc3339
    publishedRaw = date?.raw
    publishedPrecision = date.flatMap { $0.instant == nil ? nil : $0.precision.rawValue }
    language = entry.language
    categories = entry.categories
    enclosures = entry.enclosures.map { Enclosure(url: "\($0.url)", type: $0.type, length: $0.length.map { "\($0)" }) }
  }
}

extension FeedJSON.Item {
  private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }
}

/// A page as `inspect page` prints it.
struct PageJSON: Encodable {
  var title, summary: String
  var author, published, modified, section, canonical, language: String?
  var text: String
  var paragraphs: [String]

  init(_ page: ParsedPage) {
    title = page.title
    summary = page.summary
    author = page.author
    published = page.published?.instant?.rfc3339
    modified = page.modified?.instant?.rfc3339
    section = page.section
    canonical = page.canonical
    language = page.language
    text = page.paragraphs.joined(separator: "\n")
    paragraphs = page.paragraphs
  }
}

/// A difference as `inspect diff` prints it.
struct DifferenceJSON: Encodable {
  var severity: String
  var classes: [ChangeClass]
  var changes: [Change]

  init(_ difference: Difference) {
    severity = difference.severity.name
    classes = difference.classes
    changes = difference.changes
  }
}
