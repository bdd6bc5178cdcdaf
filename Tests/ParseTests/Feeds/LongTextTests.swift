import News
import Parse
import Testing

/// Long CDATA goes past the XML parser; it must read as if it had not.
struct LongTextTests {
  private let sample = FeedSample()
  private let long =
    "<p>Đường về thôn</p>\r\n" + String(repeating: "Mưa lớn ] ]] > ]> &amp; & < ", count: 40) + "<p>hết</p>"

  private func content(_ inside: String) throws -> String? {
    try sample.entries("<item><description>\(inside)</description></item>").first?.summary
  }

  @Test func longText_isReadAsItStands() throws {
    #expect(try content("<![CDATA[\(long)]]>") == long)
  }

  @Test func longText_betweenOthers_keepsItsPlace() throws {
    #expect(try content("a &amp; <![CDATA[\(long)]]> b <![CDATA[c]]><![CDATA[\(long)]]>d") == "a & \(long) b c\(long)d")
  }

  @Test func longText_ofEveryLength_isWhole() throws {
    for count in 240...270 {
      let text = String(repeating: "ả", count: count / 3) + String(repeating: "b", count: count % 3)
      #expect(try content("<![CDATA[\(text)]]>") == text)
      #expect(try content("<![CDATA[\(text)]]]]>") == text + "]]")
    }
  }

  @Test func longText_inMarkup_isEscaped() throws {
    let feed = try sample.feed(
      """
      <feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>
      <pre><![CDATA[\(String(repeating: "a < b ", count: 60))]]></pre></div></content></entry></feed>
      """)
    #expect(feed.entries.first?.content.contains("<pre>a &lt; b a &lt; b") ?? false)
  }

  @Test func bracketsThatOpenNoText_areLeftToTheParser() throws {
    let false1 = "<!-- <![CDATA[ \(String(repeating: "x", count: 300)) ]]> -->"
    let false2 = "<?php <![CDATA[ \(String(repeating: "x", count: 300)) ]]> ?>"
    let entries = try sample.entries("\(false1)<item>\(false2)<description><![CDATA[\(long)]]></description></item>")
    #expect(entries.map(\.summary) == [long])
  }

  @Test func longText_neverClosed_damagesItsEntryOnly() throws {
    let whole = "<item><title>Một</title><description><![CDATA[\(long)]]></description></item>"
    let feed = try sample.feed(
      "<rss version='2.0'><channel>\(whole)<item><title>Hai</title><description><![CDATA[\(long)")
    #expect(feed.damaged)
    #expect(feed.entries.first?.summary == long)
    #expect(feed.entries.first?.isDamaged == false)
    #expect(feed.entries.dropFirst().allSatisfy { $0.isDamaged })
  }

  @Test func longText_behindAFault_isStillRead() throws {
    let entry = "<item><title>Một & hai</title><description><![CDATA[\(long)]]></description></item>"
    let feed = try sample.feed("<rss version='2.0'><channel>\(entry)</channel></rss>")
    #expect(!feed.damaged)
    #expect(feed.entries.map(\.summary) == [long])
  }
}
