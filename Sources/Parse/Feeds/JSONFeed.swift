import FoundationEssentials
import News

/// Reads JSON Feed 1.0 and 1.1.
enum JSONFeed {
  static func read(_ utf8: [UInt8], url: String, source: Source) -> Result<ParsedFeed, ParseFailure> {
    let document = try? JSONDecoder().decode(Document.self, from: Data(utf8))
    guard let document, document.version?.contains("jsonfeed") ?? (document.items != nil) else {
      return .failure(ParseFailure(.notAFeed, "JSON, but no JSON Feed"))
    }
    var feed = ParsedFeed(format: "jsonfeed")
    feed.title = document.title ?? ""
    feed.link = document.home_page_url.map { WebAddress.resolve($0, against: url) ?? $0 } ?? ""
    feed.description = document.description ?? ""
    feed.language = document.language ?? ""
    feed.entries = (document.items ?? []).map { entry($0, url: url, source: source) }
    return .success(feed)
  }

  private static func entry(_ item: Item, url: String, source: Source) -> ParsedEntry {
    var entry = ParsedEntry()
    let resolved = { (link: String) in WebAddress.resolve(link, against: url) ?? link }
    entry.id = item.id?.text ?? ""
    entry.link = (item.url ?? item.external_url).map(resolved) ?? ""
    entry.title = item.title.map { String(decoding: MarkupText.plain(Array($0.utf8)), as: UTF8.self) } ?? ""
    entry.summary = item.summary ?? ""
    entry.content = item.content_html ?? item.content_text ?? ""
    entry.author = item.authors?.first?.name ?? item.author?.name
    let date = { DateReader.read($0, order: source.dates, zoneMinutes: source.zoneMinutes) }
    entry.published = item.date_published.flatMap(date)
    entry.updated = item.date_modified.flatMap(date)
    entry.language = item.language
    entry.categories = item.tags ?? []
    entry.enclosures = (item.attachments ?? []).compactMap { file in
      file.url.map { Enclosure(url: resolved($0), type: file.mime_type, length: file.size_in_bytes.map { "\($0)" }) }
    }
    return entry
  }

  // Names as the format writes them.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  private struct Document: Decodable {
    var version, title, home_page_url, description, language: String?
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
