import News
import Parse
import Testing

struct FeedParserTests {
  private let source = Source(url: "https://bao.vn/rss/home.rss")

  private func parse(_ text: String) -> Result<ParsedFeed, ParseFailure> {
    FeedParser().parse(Payload(bytes: Array(text.utf8), url: source.url), for: source)
  }

  private func reason(_ text: String) -> ParseFailure.Reason? {
    if case .failure(let failure) = parse(text) { return failure.reason }
    return nil
  }

  private func rss(_ items: String) -> String {
    "<rss version='2.0'><channel><title>Báo</title>\(items)</channel></rss>"
  }

  @Test func rss_whenTitleIsEscapedTwice_decodesItToText() throws {
    let title = "<title><![CDATA[ T&ocirc;m <b>l&agrave;m</b>  gi&agrave;u ]]></title>"
    let items = "<item>\(title)<link> /a.html\n</link></item>"
    let entry = try #require(try parse(rss(items)).get().entries.first)
    #expect(entry.title == "Tôm làm giàu")
    #expect(entry.link == "https://bao.vn/a.html")
    #expect(entry.published == nil)
  }

  @Test func rss_whenAmpersandsAreBare_mendsThemWithoutDamage() throws {
    let items = "<item><title>Ăn &nbsp;&amp; ở</title><link>https://bao.vn/x?a=1&b=2</link></item>"
    let feed = try parse(rss(items)).get()
    #expect(feed.entries.first?.link == "https://bao.vn/x?a=1&b=2")
    #expect(feed.entries.first?.title == "Ăn & ở")
    #expect(!feed.damaged)
  }

  @Test func rss_whenCutOff_keepsWhatStoodBefore() throws {
    let feed = try parse("<rss><channel><item><title>Một</title></item><item><title>Ha").get()
    #expect(feed.entries.map(\.title) == ["Một"])
    #expect(feed.damaged)
  }

  @Test func rss_whenJunkStandsBeforeAndBehind_isReadWhole() throws {
    let feed = try parse("rác <!-- x --><?xml version='1.0'?>" + rss("<item><title>Một</title></item>") + "rác").get()
    #expect(feed.entries.count == 1)
    #expect(!feed.damaged)
  }

  @Test func rss_whenBreaksAreNotClosed_keepsAllEntries() throws {
    let items = "<item><description>a<br>b</description><title>Một</title></item><item><title>Hai</title></item>"
    #expect(try parse(rss(items)).get().entries.map(\.title) == ["Một", "Hai"])
  }

  @Test func atom_whenContentIsXHTML_keepsItsMarkup() throws {
    let feed = try parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bao.vn/tin/"><entry><title>A</title>
      <link href="1.html"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Một &amp; hai</p></div>
      </content><source><title>Khác</title></source></entry></feed>
      """
    ).get()
    #expect(feed.format == "atom10")
    #expect(feed.entries.first?.content == "<p>Một &amp; hai</p>")
    #expect(feed.entries.first?.link == "https://bao.vn/tin/1.html")
    #expect(feed.entries.first?.title == "A")
  }

  @Test func sitemap_readsNewsAndTrimsAddresses() throws {
    let feed = try parse(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>
      https://bao.vn/a </loc><lastmod>2026-02-03</lastmod><n:news><n:title>Tin</n:title></n:news></url></urlset>
      """
    ).get()
    #expect(feed.format == "sitemap")
    #expect(feed.entries.first?.link == "https://bao.vn/a")
    #expect(feed.entries.first?.title == "Tin")
    #expect(feed.entries.first?.updated?.precision == .day)
  }

  @Test func jsonFeed_isRead() throws {
    let feed = try parse(
      #"{"version":"https://jsonfeed.org/version/1.1","title":"Báo","items":[{"id":7,"url":"/a","title":"Một"}]}"#
    ).get()
    #expect(feed.entries.first?.id == "7")
    #expect(feed.entries.first?.link == "https://bao.vn/a")
  }

  @Test func refusals_nameTheirReason() {
    #expect(reason(" \n") == .empty)
    #expect(reason("<!DOCTYPE html><html></html>") == .notAFeed)
    #expect(reason("<html><body>x</body></html>") == .notAFeed)
    #expect(reason("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>") == .documentType)
    #expect(reason("<rss a='\(String(repeating: ">", count: 70_000))'/>") == .tagTooLong)
    #expect(reason("<rss>" + String(repeating: "<a>", count: 300)) == .tooDeep)
    #expect(reason(String(repeating: " ", count: 9 << 20)) == .tooLarge)
  }
}
