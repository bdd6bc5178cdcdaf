import Foundation
import News
import Parse
import Testing

/// The table of docs/feeds.md, read from there: of two elements in either order the one of higher rank stands.
struct FeedPrecedenceTests {
  private static let spaces = """
    xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'
    xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'
    xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' xmlns:atom='http://www.w3.org/2005/Atom'
    xmlns:dcterms='http://purl.org/dc/terms/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
    xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' xmlns:xhtml='http://www.w3.org/1999/xhtml'
    """

  /// A row of the table: its field, and its elements from the highest rank down.
  private struct Row {
    let field: String
    let ranks: [[String]]
  }

  private static func table() throws -> [Row] {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let text = try String(contentsOf: folder.appending(path: "docs/feeds.md"), encoding: .utf8)
    let start = try #require(text.range(of: "| field | 5 |")).upperBound
    return text[start...].split(separator: "\n").dropFirst(2).prefix { $0.hasPrefix("| ") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return Row(field: cells[0], ranks: cells.dropFirst().map { $0.isEmpty ? [] : $0.components(separatedBy: ", ") })
    }
  }

  /// An element of the table that says `number`; it is an attribute of the item in one case.
  private static func written(_ cell: String, _ field: String, _ number: Int) -> (attribute: String, element: String) {
    let value =
      switch field {
      case "link": "https://bao.vn/\(number)"
      case "published", "updated": "20\(number)"
      default: "\(number)"
      }
    let name = cell.drop { $0 != "`" }.dropFirst().prefix { $0 != "`" && $0 != " " }
    switch cell {
    case "`rdf:about`": return (" rdf:about='\(value)'", "")
    case "`guid`": return ("", "<guid isPermaLink='false'>\(value)</guid>")
    case "`content src`": return ("", "<atom:content src='\(value)'/>")
    case "`atom:link` of a page": return ("", "<atom:link href='\(value)'/>")
    case "`atom:link` of another type": return ("", "<atom:link type='text/xml' href='\(value)'/>")
    case "`atom:author`": return ("", "<atom:author><atom:name>\(value)</atom:name></atom:author>")
    default: return ("", "<\(name)>\(value)</\(name)>")
    }
  }

  private func said(_ cells: [(cell: String, number: Int)], _ field: String) throws -> String? {
    let parts = cells.map { Self.written($0.cell, field, $0.number) }
    let item = "<item\(parts.map(\.attribute).joined())>\(parts.map(\.element).joined())</item>"
    let text = "<rss version='2.0' \(Self.spaces)><channel>\(item)</channel></rss>"
    let source = Source(url: "https://bao.vn/rss")
    let feed = try FeedParser().parse(Payload(bytes: Array(text.utf8), url: source.url), for: source).get()
    return Self.value(of: field, try #require(feed.entries.first)).map { String($0.suffix(2)) }
  }

  private static func value(of field: String, _ entry: ParsedEntry) -> String? {
    switch field {
    case "title": entry.title
    case "id": entry.id
    case "link": entry.link
    case "summary": entry.summary
    case "content": entry.content
    case "author": entry.author
    case "published": entry.published?.raw
    case "updated": entry.updated?.raw
    default: nil
    }
  }

  @Test(arguments: ["title", "link", "id", "summary", "content", "author", "published", "updated"])
  func field_whenSaidTwice_takesTheHigherRank(field: String) throws {
    let row = try #require(try Self.table().first { $0.field == field })
    var cells: [(cell: String, number: Int, rank: Int)] = []
    for (rank, names) in row.ranks.enumerated() {
      for name in names { cells.append((name, 10 + cells.count, rank)) }
    }
    for first in cells {
      #expect(try said([(first.cell, first.number)], field) == "\(first.number)", "\(field): \(first.cell) alone")
      for second in cells where first.number != second.number {
        let isLastOfEquals = field == "link" && first.rank == second.rank && row.ranks[first.rank].contains("`link`")
        let isAttribute = second.cell == "`rdf:about`" && first.rank == second.rank
        let isSecond = second.rank < first.rank || isLastOfEquals || isAttribute
        let expected = isSecond ? second.number : first.number
        let said = try said([(first.cell, first.number), (second.cell, second.number)], field)
        #expect(said == "\(expected)", "\(field): \(first.cell), then \(second.cell)")
      }
    }
  }

  @Test func table_hasTheFieldsThatAreTested() throws {
    #expect(
      try Self.table().map(\.field) == ["title", "link", "id", "summary", "content", "author", "published", "updated"])
  }

  @Test func atomEntry_withoutAuthor_hasTheFeeds() throws {
    let text = """
      <feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title></entry><entry><title>B</title>
      <author>An</author></entry><author><name>Tòa soạn</name></author></feed>
      """
    let source = Source(url: "https://bao.vn/rss")
    let feed = try FeedParser().parse(Payload(bytes: Array(text.utf8), url: source.url), for: source).get()
    #expect(feed.entries.map(\.author) == ["Tòa soạn", "An"])
  }

  @Test func date_whenMoreThanADayAhead_isFlagged() throws {
    let text = "<rss><channel><item><pubDate>2030-01-03T00:00:00Z</pubDate></item></channel></rss>"
    let payload = Payload(bytes: Array(text.utf8), url: "https://bao.vn/rss")
    for (now, isAhead) in [("2030-01-01", true), ("2030-01-02", false)] {
      let instant = DateReader.read(now, order: .dmy, zoneMinutes: 0)?.instant
      let feed = try FeedParser(now: instant).parse(payload, for: Source(url: payload.url)).get()
      #expect(feed.entries.first?.published?.isAhead == isAhead)
    }
  }
}
