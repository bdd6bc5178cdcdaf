import News
import Parse
import Testing

struct JSONFeedTests {
  private let sample = FeedSample()
  private let version = #""version":"https://jsonfeed.org/version/1.1""#

  private func feed(items: String) throws -> ParsedFeed { try sample.feed("{\(version),\"items\":[\(items)]}") }

  @Test func item_hasEveryField() throws {
    let feed = try sample.feed(
      """
      {\(version),"title":"Báo","home_page_url":"/","description":"Tin","language":"vi","authors":[{"name":"Tòa soạn"}],
      "items":[{"id":7,"url":"a.html","title":"Một &amp; hai","summary":"Tóm tắt","content_html":"<p>x</p>",
      "date_published":"2026-02-03T00:00:00Z","date_modified":"2026-02-04T00:00:00+07:00","tags":["lũ","lũ","quét"],
      "attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg","size_in_bytes":9}],"language":"vi"},{"id":"8"}]}
      """)
    let entry = try #require(feed.entries.first)
    #expect(feed.link == "https://bao.vn/")
    #expect(entry.id == "7")
    #expect(entry.link == "https://bao.vn/rss/a.html")
    #expect(entry.title == "Một & hai")
    #expect(entry.content == "<p>x</p>")
    #expect(entry.published?.instant?.rfc3339 == "2026-02-03T00:00:00Z")
    #expect(entry.categories == ["lũ", "quét"])
    #expect(entry.enclosures == [Enclosure(url: "https://bao.vn/a.mp3", type: "audio/mpeg", length: "9")])
    #expect(feed.entries.map(\.author) == ["Tòa soạn", "Tòa soạn"])
  }

  @Test(arguments: [
    #"{"id":null,"title":{"x":[1]},"tags":"lũ","author":"An","url":"/a"}"#,
    #"{"author":{"name":"An","url":"x"},"url":"/a","tags":["lũ",3.5,null,{}],"attachments":"x"}"#,
    #"{"authors":[{"url":"An"}],"url":"/a","tags":["lũ"],}"#,
  ])
  func values_whenOfAWrongType_arePassedOver(item: String) throws {
    let feed = try feed(items: item + #",{"id":"2"}"#)
    #expect(feed.entries.count == 2)
    #expect(feed.entries.first?.author == "An")
    #expect(feed.entries.first?.link == "https://bao.vn/a")
    #expect(feed.entries.first?.categories.first == "lũ")
    #expect(!feed.damaged)
  }

  @Test func text_whenCutOff_keepsWhatStoodBefore() throws {
    let feed = try sample.feed("{\(version),\"items\":[{\"id\":\"1\"},{\"id\":\"2\",\"title\":\"Ha")
    #expect(feed.entries.map(\.id) == ["1"])
    #expect(feed.damaged)
  }

  @Test func escapes_areDecodedAndComposed() throws {
    let entry = try #require(
      try feed(items: #"{"id":"a\u0000b\uD83D\uDE00\uD800c\/\n","title":"Hu\u0065\u0302\u0301"}"#).entries.first)
    #expect(entry.id == "a\u{FFFD}b😀\u{FFFD}c/\n")
    #expect(Array(entry.title.unicodeScalars) == Array("Huế".unicodeScalars))
  }

  @Test func nesting_whenVeryDeep_isPassedOver() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(try feed(items: "{\"x\":\(deep),\"id\":\"1\"}").entries.map(\.id) == ["1"])
  }

  @Test func object_withoutVersionOrItems_isNoFeed() {
    guard case .failure(let failure) = sample.parse(Array(#"{"items":{},"title":"x"}"#.utf8)) else {
      Issue.record("it was read as a feed")
      return
    }
    #expect(failure.reason == .notAFeed)
  }
}
