import News
import Testing

@testable import Parse

/// Which links lead to further pages of an article, and how their words are joined.
@Suite struct PageSeriesTests {
  private func page(_ links: [String], at url: String, paragraphs: [String] = [], next: String? = nil) throws
    -> ParsedPage
  {
    let anchors = links.map { "<a href=\"\($0)\">·</a>" }.joined(separator: " ")
    let head = next.map { "<link rel='next' href='\($0)'/>" } ?? ""
    let texts = (paragraphs.isEmpty ? PageFixtures.paragraphs : paragraphs).map { "<p>\($0)</p>" }.joined()
    let html =
      "<html><head><title>\(PageFixtures.title)</title>\(head)</head><body><h1>\(PageFixtures.title)</h1><div>\(texts)</div><div class=\"phan-trang\">\(anchors)</div></body></html>"
    return try PageParser().parse(
      Payload(bytes: Array(html.utf8), contentType: "text/html; charset=utf-8", url: url), for: PageFixtures.outlet
    ).get()
  }

  @Test(arguments: [
    ("https://bao.example/tin/cau-treo-123.html", "?trang=2", "https://bao.example/tin/cau-treo-123.html?trang=2"),
    (
      "https://bao.example/tin/cau-treo-123.html", "cau-treo-123-p2.html",
      "https://bao.example/tin/cau-treo-123-p2.html"
    ),
    (
      "https://bao.example/tin/cau-treo-123.html", "/tin/cau-treo-123/trang-2.html",
      "https://bao.example/tin/cau-treo-123/trang-2.html"
    ),
    (
      "https://bao.example/tin/cau-treo-123.htm", "/tin/cau-treo-123.trang2.htm",
      "https://bao.example/tin/cau-treo-123.trang2.htm"
    ),
    ("https://bao.example/cau-treo/", "https://bao.example/cau-treo/2/", "https://bao.example/cau-treo/2/"),
    ("https://bao.example/cau-treo", "/cau-treo/page/2#noi-dung", "https://bao.example/cau-treo/page/2#noi-dung"),
    ("https://bao.example/?act=tin&id=7", "?page=2&amp;id=7&amp;act=tin", "https://bao.example/?page=2&id=7&act=tin"),
    (
      "https://bao.example/tin/cau-treo-123-p1.html", "cau-treo-123-p2.html",
      "https://bao.example/tin/cau-treo-123-p2.html"
    ),
    ("https://bao.example/cau-treo?utm_source=rss", "/cau-treo?p=2", "https://bao.example/cau-treo?p=2"),
  ])
  func next_whenALinkDiffersInThePageOnly_isThatAddress(url: String, link: String, next: String) throws {
    let linked = try page([link], at: url)
    #expect(PageSeries(first: linked, url: url).next == next)
    let stated = try page([], at: url, next: link)
    #expect(PageSeries(first: stated, url: url).next == next)
  }

  @Test(arguments: [
    ("https://bao.example/tin/cau-treo-123.html", "/tin/cho-phien-124.html"),
    ("https://bao.example/tin/cau-treo-123.html", "/tin/cau-treo-124.html?trang=2"),
    ("https://bao.example/tin/2", "/tin/3"), ("https://bao.example/tin/1", "/tin/2"),
    ("https://bao.example/cau-treo/", "/cau-treo-2/"), ("https://bao.example/cau-treo/", "/page/2/"),
    ("https://bao.example/cau-treo/", "/cau-treo/comment-page-2/"),
    ("https://bao.example/tin/cau-treo-123.html", "?trang=3"), ("https://bao.example/", "/page/2"),
    ("https://bao.example/tin/cau-treo-123.html", "https://khac.example/tin/cau-treo-123.html?trang=2"),
    ("https://bao.example/2026/11/24/cau-treo", "/2026/11/25/cau-treo"), ("https://bao.example/tin/?p=1543", "?p=1544"),
    ("https://bao.example/tin/cau-treo-123.html", "?trang=02"), ("https://bao.example/tin/cau-treo-123.html", "?id=2"),
  ])
  func next_whenALinkLeadsElsewhere_isNone(url: String, link: String) throws {
    #expect(try PageSeries(first: page([link], at: url, next: link), url: url).next == nil)
  }

  @Test func next_whenEachPageLinksToAllOthers_goesForwardOnlyAndEnds() throws {
    let url = "https://bao.example/tin/7.html"
    let links = (1...40).map { "?trang=\($0)" }
    var series = PageSeries(first: try page(links, at: url), url: url)
    var seen = [url]
    while let next = series.next {
      seen.append(next)
      series.take(try page(links, at: next))
    }
    #expect(seen == [url] + (2...PageSeries.most).map { "\(url)?trang=\($0)" })
  }

  @Test func append_whenThePageGoesOn_takesWhatIsNewInOrder() throws {
    let texts = PageFixtures.paragraphs
    var whole = try page([], at: "https://bao.example/7", paragraphs: Array(texts.prefix(2)) + [texts[3]])
    let rest = try page([], at: "https://bao.example/7/2", paragraphs: [texts[2], texts[3]])
    let isAdded = whole.append(rest)
    #expect(isAdded)
    #expect(whole.paragraphs == [texts[0], texts[1], texts[3], texts[2]])
    #expect(whole.title == PageFixtures.title)
  }

  @Test func append_whenTheNumbersTurnAnotherList_addsNothing() throws {
    let first = try page([], at: "https://bao.example/7")
    var whole = first
    let same = try page(
      [], at: "https://bao.example/7?page=2", paragraphs: PageFixtures.paragraphs + ["Ý kiến bạn đọc: hay."])
    let isAdded = whole.append(same)
    #expect(!isAdded)
    #expect(whole.paragraphs == first.paragraphs)
  }
}
