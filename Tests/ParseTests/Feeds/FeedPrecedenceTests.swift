import News
import Parse
import Testing

/// The table of docs/feeds.md: of two elements in either order the one of higher rank stands.
struct FeedPrecedenceTests {
  private static let spaces = """
    xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'
    xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'
    xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0' xmlns:a='http://www.w3.org/2005/Atom'
    """

  private func entry(_ elements: String) throws -> ParsedEntry {
    let text = "<rss version='2.0' \(Self.spaces)><channel><item>\(elements)</item></channel></rss>"
    let source = Source(url: "https://bao.vn/rss")
    let feed = try FeedParser().parse(Payload(bytes: Array(text.utf8), url: source.url), for: source).get()
    return try #require(feed.entries.first)
  }

  /// Each list: elements of one field that say `1`, `2`, … from the highest rank down.
  @Test(arguments: [
    ("title", ["<title>1</title>", "<a:title>2</a:title>", "<dc:title>3</dc:title>", "<media:title>4</media:title>"]),
    ("id", ["<guid isPermaLink='false'>1</guid>", "<a:id>2</a:id>", "<dc:identifier>3</dc:identifier>"]),
    (
      "link",
      [
        "<fb:origLink>https://bao.vn/1</fb:origLink>", "<link>https://bao.vn/2</link>",
        "<a:link href='https://bao.vn/3'/>", "<a:link type='text/xml' href='https://bao.vn/4'/>",
        "<guid>https://bao.vn/5</guid>",
      ]
    ),
    (
      "summary",
      [
        "<description>1</description>", "<a:summary>2</a:summary>", "<summary>3</summary>",
        "<media:description>4</media:description>",
      ]
    ),
    ("content", ["<content:encoded>1</content:encoded>", "<a:content>2</a:content>", "<content>3</content>"]),
    ("author", ["<author>1</author>", "<dc:creator>2</dc:creator>", "<itunes:author>3</itunes:author>"]),
    (
      "published",
      ["<pubDate>2001</pubDate>", "<a:published>2002</a:published>", "<dc:date>2003</dc:date>"]
    ),
  ])
  func field_whenSaidTwice_takesTheHigherRank(field: String, elements: [String]) throws {
    for higher in elements.indices {
      for lower in elements.indices where lower > higher {
        for pair in [[higher, lower], [lower, higher]] {
          let entry = try entry(pair.map { elements[$0] }.joined())
          #expect(Self.value(of: field, entry)?.hasSuffix("\(higher + 1)") ?? false, "\(field) \(pair)")
        }
      }
    }
  }

  private static func value(of field: String, _ entry: ParsedEntry) -> String? {
    switch field {
    case "title": entry.title
    case "id": entry.id
    case "link": entry.link
    case "summary": entry.summary
    case "content": entry.content
    case "author": entry.author
    default: entry.published?.raw
    }
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
