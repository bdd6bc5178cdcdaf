import Testing

@testable import Parse

/// Layouts of other systems and other years: whatever holds the words, they are found.
@Suite struct PageLayoutTests {
  private static let texts = Array(PageFixtures.paragraphs.prefix(3))
  private static let paragraphs = texts.map { "<p>\($0)</p>" }.joined()

  private func parse(_ html: String) throws -> [String] { try #require(PageFixtures.parse(html)).paragraphs }

  private static func page(_ body: String) -> String { "<html><body>\(PageShape.around.menu)\(body)</body></html>" }

  @Test(arguments: layouts.keys.sorted())
  func words_whenAnotherSystemLaidThemOut_areFound(_ name: String) throws {
    #expect(try parse(#require(Self.layouts[name])) == Self.texts)
  }

  private static let layouts = [
    "oldTables": """
    <html><body bgcolor=white><center><table width=780><tr><td width=150><a href=a>Trang chủ</a><br><a href=b>Tin</a></td>
    <td><font face="Times" size=2>\(texts.joined(separator: "<br><br>"))</font></td></tr></table></center></body></html>
    """,
    "portalBoxes": page(
      "<form id=\"aspnetForm\"><div id=\"s4-bodyContainer\"><div class=\"ms-rtestate-field\">"
        + texts.map { "<div>\u{200B}<span style=\"font-size:14pt\">\($0)</span></div>" }.joined()
        + "</div></div></form>"),
    "mobile": page(
      "<amp-sidebar id=\"sidebar\"><ul><li><a href=\"/\">Trang chủ</a></li></ul></amp-sidebar><main class=\"amp-ad-page\">"
        + "<h1>\(PageFixtures.title)</h1><amp-img src=\"a\"></amp-img>\(paragraphs)<amp-ad></amp-ad></main>"),
    "blog": """
    <html><body class="single comments-open sidebar-right"><div class="site has-sidebar"><article class="hentry tag-related">
    <h1>\(PageFixtures.title)</h1><div class="entry-content">\(paragraphs)</div></article>
    <div id="comments"><p>Hay quá, mong cầu sớm xong để về quê cho tiện, cảm ơn báo đã đưa tin.</p></div></div></body></html>
    """,
    "spans": page("<div>" + texts.map { "<span>\($0)</span><br>" }.joined() + "</div>"),
    "preformatted": page("<pre>\n" + texts.map(wrapped).joined(separator: "\n \n") + "\n</pre>"),
  ]

  private static func wrapped(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.prefix(9).joined(separator: " ") + "\n" + words.dropFirst(9).joined(separator: " ")
  }

  @Test func words_whenAnAnchorIsNeverClosed_areNoLink() throws {
    let anchor = "<a name=\"top\"/>"
    #expect(
      try parse(Self.page("\(anchor)<div><a href=\"/\">Về đầu</a></div><div>\(Self.paragraphs)</div>")) == Self.texts)
    let before = "<html><body>\(anchor)<div>\(PageShape.around.menu)</div><div>\(Self.paragraphs)</div></body></html>"
    #expect(try parse(before) == Self.texts)
  }

  @Test func words_whenOneLinkHoldsAWholeArticle_areNoLink() throws {
    let long = (0..<6).flatMap { part in Self.texts.map { "Phần \(part): \($0)" } }
    let body = long.map { "<p>\($0)</p>" }.joined()
    #expect(try parse(Self.page("<div><a href=\"/tin\"><div>\(body)</div></a></div>")) == long)
  }

  @Test func words_whenEveryParagraphIsALink_areItsSentences() throws {
    let linked = Self.texts.map { "<p><a href=\"/tin\">\($0)</a></p>" }.joined()
    #expect(try parse(Self.page("<div>\(linked)</div>")) == Self.texts)
  }

  @Test func words_whenAPageOnlyListsOthers_areNone() throws {
    #expect(try parse(Self.page(PageShape.around.others)).isEmpty)
  }
}
