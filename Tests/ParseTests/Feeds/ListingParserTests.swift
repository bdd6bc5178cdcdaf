import News
import Parse
import Testing

struct ListingParserTests {
  private let page = """
    <html><head><title>Thời sự</title></head><body><nav><a href="/gioi-thieu">Giới thiệu về tòa soạn chúng tôi</a></nav>
    <div class="list"><div><a href="/a-1.html"><img src="x"></a><h3><a href="/a-1.html">Mưa lớn gây ngập ở Hàm Yên</a></h3>
    <span class="time">22/10/2020 08:15</span><p>Đêm qua mưa lớn làm nhiều tuyến đường ngập sâu.</p></div>
    <div><h3><a class="t" href="b-2.html">Giá cam sành tăng mạnh đầu vụ</a></h3></div>
    <div><a href="https://khac.vn/c">Quảng cáo rất dài của trang khác</a></div></div></body></html>
    """

  private func entries(links: String? = nil) throws -> [ParsedEntry] {
    let source = Source(url: "https://bao.vn/thoi-su/", kind: .listing, links: links)
    return try FeedParser().parse(Payload(bytes: Array(page.utf8), url: source.url), for: source).get().entries
  }

  @Test func listing_withoutPath_findsArticlesOnly() throws {
    let found = try entries()
    #expect(found.map(\.link) == ["https://bao.vn/a-1.html", "https://bao.vn/thoi-su/b-2.html"])
    #expect(found.first?.title == "Mưa lớn gây ngập ở Hàm Yên")
  }

  @Test func listing_takesTheDateAndSummaryBesideALink() throws {
    let found = try entries()
    #expect(found.first?.published?.instant?.rfc3339 == "2020-10-22T01:15:00Z")
    #expect(found.first?.summary == "Đêm qua mưa lớn làm nhiều tuyến đường ngập sâu.")
    #expect(found.last?.published == nil)
  }

  @Test func listing_withPath_takesWhatItSelects() throws {
    #expect(try entries(links: "//a[@class='t']").map(\.title) == ["Giá cam sành tăng mạnh đầu vụ"])
  }
}
