import News
import Parse
import Testing

/// Every vocabulary, and every way its names are written wrongly.
struct FeedFormatTests {
  private let sample = FeedSample()

  @Test(arguments: [
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
        + "<channel><title>Báo</title></channel><item><title>Một</title><link>/a</link></item></rdf:RDF>", "rss09"
    ),
    (
      "<rss version='0.91'><channel><title>Báo</title><item><title>Một</title><link>/a</link></item></channel></rss>",
      "rss09"
    ),
    (
      "<rss version='0.92'><channel><title>Báo</title><item><title>Một</title><link>/a</link></item></channel></rss>",
      "rss09"
    ),
    (
      "<rss version='0.94' xmlns='http://backend.userland.com/rss2'><channel><title>Báo</title><item><title>Một</title>"
        + "<link>/a</link></item></channel></rss>", "rss09"
    ),
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        + "<channel rdf:about='/'><title>Báo</title></channel><item rdf:about='/a'><title>Một</title><link>/a</link></item>"
        + "</rdf:RDF>", "rss10"
    ),
    (
      "<RSS VERSION='2.0'><Channel><TITLE>Báo</TITLE><Item><Title>Một</Title><LINK>/a</LINK></Item></Channel></RSS>",
      "rss20"
    ),
    (
      "<rss version='2.0' xmlns='http://www.w3.org/2005/Atom'><channel><title>Báo</title><item><title>Một</title>"
        + "<link>/a</link></item></channel></rss>", "rss20"
    ),
    ("<channel><title>Báo</title><item><title>Một</title><link>/a</link></item></channel>", "rss20"),
    (
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='escaped'>Báo</title><entry>"
        + "<title>Một</title><link rel='alternate' type='text/html' href='/a'/></entry></feed>", "atom03"
    ),
    (
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Báo</title><entry><title>Một</title><link href='/a'/></entry></feed>",
      "atom10"
    ),
    ("<feed><title>Báo</title><entry><title>Một</title><link href='/a'/></entry></feed>", "atom10"),
    (
      "<feed xmlns='HTTP://WWW.W3.ORG/2005/ATOM/'><title>Báo</title><entry><title>Một</title><link href='/a'/></entry></feed>",
      "atom10"
    ),
    (
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Báo</a:title><a:entry><a:title>Một</a:title>"
        + "<a:link href='/a'/></a:entry></a:feed>", "atom10"
    ),
    (
      "<feed xmlns='http://example.vn/own'><title>Báo</title><entry><title>Một</title><link href='/a'/></entry></feed>",
      "atom10"
    ),
    (
      #"{"version":"https://jsonfeed.org/version/1","title":"Báo","items":[{"id":"1","url":"/a","title":"Một"}]}"#,
      "jsonfeed"
    ),
  ])
  func format_isToldAndRead(text: String, format: String) throws {
    let feed = try sample.feed(text)
    #expect(feed.format == format)
    #expect(feed.title == "Báo")
    #expect(feed.entries.map(\.title) == ["Một"])
    #expect(feed.entries.first?.link == "https://bao.vn/a")
    #expect(!feed.damaged)
  }

  @Test(arguments: [
    "xmlns:dc='http://purl.org/dc/elements/1.1/'", "xmlns:dc='HTTP://PURL.ORG/DC/ELEMENTS/1.1'",
    "xmlns:dc='http://example.vn/wrong'", "",
  ])
  func prefix_whenItsNamespaceIsWrongOrMissing_isUnderstood(declaration: String) throws {
    let text = "<rss version='2.0' \(declaration)><channel><item><dc:Creator>An</dc:Creator></item></channel></rss>"
    #expect(try sample.feed(text).entries.first?.author == "An")
  }

  @Test func emptyRDF_isToldByItsNamespace() throws {
    let empty = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
    let old = "\(empty) xmlns='http://channel.netscape.com/rdf/simple/0.9/'/>"
    #expect(try sample.feed(old).format == "rss09")
    #expect(try sample.feed("\(empty) xmlns='http://purl.org/rss/1.0/'/>").format == "rss10")
  }

  @Test func namespace_whenPrefixIsUnusual_decides() throws {
    let text = """
      <rss version='2.0' xmlns:x='http://purl.org/dc/terms/' xmlns:dc='http://search.yahoo.com/mrss/'><channel><item>
      <x:modified>2026-02-03T00:00:00Z</x:modified><dc:content url='/a.jpg'/></item></channel></rss>
      """
    let entry = try #require(try sample.feed(text).entries.first)
    #expect(entry.updated?.instant?.rfc3339 == "2026-02-03T00:00:00Z")
    #expect(entry.enclosures.map(\.url) == ["https://bao.vn/a.jpg"])
  }

  @Test func atom03_readsEscapedXMLAndBase64() throws {
    let text = """
      <feed version='0.3' xmlns='http://purl.org/atom/ns#'><tagline>Tin</tagline><modified>2026-02-03T00:00:00Z</modified>
      <entry><title type='text/html' mode='escaped'>Một &lt;b&gt;hai&lt;/b&gt;</title><issued>2026-02-01</issued>
      <modified>2026-02-02T00:00:00Z</modified><author><name>An</name></author>
      <content type='application/xhtml+xml' mode='xml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a</p></div></content>
      <summary mode='base64'>TMWp</summary></entry></feed>
      """
    let feed = try sample.feed(text)
    let entry = try #require(feed.entries.first)
    #expect(feed.description == "Tin")
    #expect(entry.title == "Một hai")
    #expect(entry.published?.precision == .day)
    #expect(entry.author == "An")
    #expect(entry.content == "<div><p>a</p></div>")
    #expect(entry.summary == "Lũ")
  }

  @Test func atom_whenContentIsElsewhere_linksThere() throws {
    let text = """
      <feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='text/html' src='/a.html'/></entry>
      <entry><content type='application/pdf'>JVBERg==</content><link rel='enclosure' href='/a.mp3' length='9'/></entry></feed>
      """
    let entries = try sample.feed(text).entries
    #expect(entries.first?.link == "https://bao.vn/a.html")
    #expect(entries.last?.content == "%PDF")
    #expect(entries.last?.enclosures == [Enclosure(url: "https://bao.vn/a.mp3", length: "9")])
  }

  @Test func rssAuthor_whenWrittenAsAPerson_isTheName() throws {
    let authors = [
      "<author><name>An</name><email>an@bao.vn</email></author>", "<author>an@bao.vn (An)</author>",
      "<author> An </author>", "<author><![CDATA[An]]></author>",
    ]
    for author in authors { #expect(try sample.entries("<item>\(author)</item>").first?.author == "An") }
  }

  @Test func elements_whenInterleavedWithTheChannels_belongWhereTheyStand() throws {
    let text = """
      <rss version='2.0'><channel><item><title>Một</title></item><image><title>Logo</title><link>/logo</link></image>
      <title>Báo</title><link>/</link><textInput><title>Tìm</title></textInput></channel></rss>
      """
    let feed = try sample.feed(text)
    #expect(feed.title == "Báo")
    #expect(feed.link == "https://bao.vn/")
  }

  @Test func sitemapIndex_namesItsParts() throws {
    let feed = try sample.feed(
      "<sitemapindex><sitemap><loc>/s1.xml.gz</loc><lastmod>2026-02-03</lastmod></sitemap></sitemapindex>")
    #expect(feed.parts.map(\.url) == ["https://bao.vn/s1.xml.gz"])
    #expect(feed.entries.isEmpty)
  }

  @Test func sitemap_whenItHoldsPictures_keepsTheArticlesAddress() throws {
    let text = """
      <urlset xmlns='http://www.google.com/schemas/sitemap/0.84' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>
      <url><loc>https://bao.vn/a</loc><image:image><image:loc>https://bao.vn/x.jpg</image:loc></image:image></url></urlset>
      """
    #expect(try sample.feed(text).entries.map(\.link) == ["https://bao.vn/a"])
  }

  @Test func opml_whenNested_namesItsFeeds() throws {
    let text = """
      <opml version='2.0'><body><outline text='Báo'><outline type='rss' text='Một' xmlUrl='https://a.vn/rss' htmlUrl='https://a.vn/'/>
      <outline TITLE='Hai' XMLURL='https://b.vn/rss'/></outline></body></opml>
      """
    let parts = try sample.feed(text).parts
    #expect(parts.map(\.url) == ["https://a.vn/rss", "https://b.vn/rss"])
    #expect(parts.map(\.title) == ["Một", "Hai"])
    #expect(parts.first?.home == "https://a.vn/")
  }
}
