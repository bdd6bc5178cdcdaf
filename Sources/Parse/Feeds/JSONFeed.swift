import FoundationEssentials
import News

/// Reads JSON Feed 1.0 and 1.1.
struct JSONFeed {
  private static let entryLimit = 50_000

  let url: String
  let dates: FeedDates

  func read(_ utf8: [UInt8]) -> Result<ParsedFeed, ParseFailure> {
    let document = try? JSONDecoder().decode(Document.self, from: Data(utf8))
    guard let document, document.version?.contains("jsonfeed") ?? (document.items != nil) else {
      return .failure(ParseFailure(.notAFeed, "JSON, but no JSON Feed"))
    }
    var feed = ParsedFeed(format: "jsonfeed")
    feed.title = document.title.map(MarkupText.folded) ?? ""
    feed.link = resolved(document.home_page_url) ?? ""
    feed.description = document.description ?? ""
    feed.language = document.language ?? ""
    let items = document.items ?? []
    feed.damaged = items.count > Self.entryLimit
    let author = document.authors?.first?.name ?? document.author?.name
    feed.entries = items.prefix(Self.entryLimit).map { entry($0, author) }
    return .success(feed)
  }

  private func resolved(_ link: String?) -> String? {
    link.map { WebAddress.resolve($0, against: url) ?? $0 }
  }

  private func entry(_ item: Item, _ feedAuthor: String?) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.id = item.id?.text ?? ""
    entry.link = resolved(item.url ?? item.external_url) ?? ""
    entry.title = item.title.map { MarkupText.words(Array($0.utf8)) } ?? ""
    entry.summary = item.summary ?? ""
    entry.content = item.content_html ?? item.content_text ?? ""
    entry.author = item.authors?.first?.name ?? item.author?.name ?? feedAuthor
    entry.published = item.date_published.flatMap(dates.read)
    entry.updated = item.date_modified.flatMap(dates.read)
    entry.language = item.language
    entry.categories = item.tags ?? []
    entry.enclosures = (item.attachments ?? []).compactMap { file in
      resolved(file.url).map { Enclosure(url: $0, type: file.mime_type, length: file.size_in_bytes.map { "\($0)" }) }
    }
    return entry
  }

  // Names as the format writes them.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  private struct Document: Decodable {
    var version, title, home_page_url, description, language: String?
    var author: Person?
    var authors: [Person]?
    var items: [Item]?
  }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  private struct Item: Decodable {
    var id: Identifier?
    var url, external_url, title, summary, content_html, content_text: String?
    var date_published, date_modified, language: String?
    var author: Person?
    var authors: [Person]?
    var tags: [String]?
    var attachments: [Attachment]?
  }

  private struct Person: Decodable { var name: String? }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  private struct Attachment: Decodable {
    var url, mime_type: String?
    var size_in_bytes: Int?
  }

  /// Ids are strings, but some generators write numbers.
  private struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let number = try? container.decode(Int.self)
      text = try number.map { "\($0)" } ?? container.decode(String.self)
    }
  }
}
