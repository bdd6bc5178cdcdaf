import Testing

@testable import News

struct WebAddressTests {
  @Test(arguments: [
    ("bai-2.html", "https://bao.vn/thoi-su/bai-2.html"), ("/x", "https://bao.vn/x"), ("//cdn.vn/a", "https://cdn.vn/a"),
    ("../the-thao/", "https://bao.vn/the-thao/"), ("?p=2", "https://bao.vn/thoi-su/bai.html?p=2"),
    ("#cuoi", "https://bao.vn/thoi-su/bai.html?p=1#cuoi"), ("  http://a.vn/b \n", "http://a.vn/b"),
    ("a/./b/../c", "https://bao.vn/thoi-su/a/c"),
  ])
  func resolve_whenReferenceIsRelative_followsRFC3986(reference: String, expected: String) {
    #expect(WebAddress.resolve(reference, against: "https://bao.vn/thoi-su/bai.html?p=1") == expected)
  }

  @Test func resolve_withoutBase_isNilForRelative() {
    #expect(WebAddress.resolve("/x", against: nil) == nil)
  }

  @Test(arguments: [
    "http://m.bao.vn/a-1.html", "https://www.bao.vn//a-1.html/?utm_source=x&fbclid=1#dau",
    "HTTPS://BAO.vn:443/a-1.html/amp",
  ])
  func canonical_whenSameArticle_isEqual(url: String) {
    #expect(WebAddress.canonical(url, hosts: ["bao.vn"]) == "bao.vn/a-1.html")
  }

  @Test func canonical_keepsTheQueryThatTellsArticlesApart() {
    let address = WebAddress.canonical("https://x.gov.vn/tin?type=NEWS&id=7", hosts: [])
    #expect(address == WebAddress.canonical("https://x.gov.vn/tin?id=7&type=NEWS", hosts: []))
    #expect(address != WebAddress.canonical("https://x.gov.vn/tin?id=8&type=NEWS", hosts: []))
  }

  @Test func canonical_whenHostIsForeign_keepsItsPrefix() {
    #expect(WebAddress.canonical("https://m.khac.vn/a", hosts: ["bao.vn"]) == "m.khac.vn/a")
  }

  @Test func host_keepsThePortAndDropsTheUser() {
    #expect(WebAddress.host("http://ai@Bao.VN:8080/x") == "bao.vn:8080")
  }
}
