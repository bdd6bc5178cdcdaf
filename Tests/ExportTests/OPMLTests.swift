import Export
import News
import Testing

struct OPMLTests {
  @Test func outline_namesFeedsOnlyAndEscapes() {
    let sources = [Source(url: "https://a.vn/rss?a=1&b=2"), Source(url: "https://a.vn/", kind: .listing)]
    let silent = Outlet(id: "b", name: "Cổng", sources: [Source(url: "https://b.vn/", kind: .listing)])
    let xml = OPML([Outlet(id: "a", name: "Báo \"A\"", sources: sources), silent]).xml
    #expect(xml.contains("text=\"Báo &quot;A&quot;\" xmlUrl=\"https://a.vn/rss?a=1&amp;b=2\""))
    #expect(!xml.contains("https://a.vn/\""))
    #expect(!xml.contains("Cổng"))
  }
}
