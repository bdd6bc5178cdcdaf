import Testing

@testable import Export

@Suite struct AtomFeedTests {
  @Test func xml_whenATitleHoldsMarkupAndControls_isEscaped() {
    let entry = AtomFeed.Entry(
      id: "urn:1", title: "a<b>&\u{1}", updated: "2026-11-24T00:00:00Z", link: "http://a.vn/?x=1&y=2", summary: "")
    let xml = AtomFeed(id: "urn:f", title: "Sửa", entries: [entry]).xml
    #expect(xml.contains("<title>a&lt;b&gt;&amp;</title>"))
    #expect(xml.contains("href=\"http://a.vn/?x=1&amp;y=2\""))
  }
}
