import News
import Poll
import Testing

struct IdentityTests {
  private let outlet = Outlet(
    id: "bao", name: "Báo", home: "https://bao.vn/", hosts: ["bao.vn", "m.bao.vn"], articleID: "-([0-9a-f]{7})/?$")

  @Test(arguments: [
    ("https://bao.vn/tin-abcdef0/", "news_1", false, ["id:abcdef0", "guid:news_1", "url:bao.vn/tin-abcdef0"]),
    ("https://bao.vn/tin.html", "news_1", false, ["guid:news_1", "url:bao.vn/tin.html"]),
    ("https://bao.vn/tin.html", "news_1", true, ["url:bao.vn/tin.html"]),
    ("https://bao.vn/tin.html", "http://bao.vn/tin.html", false, ["url:bao.vn/tin.html"]),
    ("https://bao.vn/tin.html", "", false, ["url:bao.vn/tin.html"]),
    ("http://m.bao.vn/tin.html?utm_source=rss&b=2&a=1#x", "", false, ["url:bao.vn/tin.html?a=1&b=2"]),
    ("https://BAO.vn/Tin.html", "", false, ["url:bao.vn/Tin.html"]),
    ("https://www.bao.vn/tin.html", "", false, ["url:bao.vn/tin.html"]),
    ("https://bao.vn:443/tin.html", "", false, ["url:bao.vn/tin.html"]),
    ("https://bao.vn//a///tin.html/", "", false, ["url:bao.vn/a/tin.html"]),
    ("https://bao.vn/tin.html;jsessionid=A1", "", false, ["url:bao.vn/tin.html"]),
    ("https://bao.vn/tin/amp", "", false, ["url:bao.vn/tin"]),
    ("https://bao.vn/tin/amp/", "", false, ["url:bao.vn/tin"]),
    ("https://bao.vn/?id=7&fbclid=x&gclid=y&zarsrc=z&_ga=1&mtm_a=b", "", false, ["url:bao.vn?id=7"]),
    ("https://bao.vn/b?type=NEWS&id=7", "", false, ["url:bao.vn/b?id=7&type=NEWS"]),
    ("https://congan.bao.vn/b?id=7", "", false, ["url:congan.bao.vn/b?id=7"]),
    ("https://m.khac.vn/tin.html", "", false, ["url:m.khac.vn/tin.html"]),
    ("https://bao.vn/tin.html", "/tin.html", false, ["url:bao.vn/tin.html"]),
    ("https://bao.vn/tin-abcdef0?x=1", "", false, ["url:bao.vn/tin-abcdef0?x=1"]),
  ])
  func keys_followTheRules(url: String, guid: String, isRepeated: Bool, expected: [String]) {
    #expect(Identity(outlet).keys(url: url, guid: guid, isRepeated: isRepeated) == expected)
  }

  @Test func keys_whenGuidChangesAtEveryPoll_stillShareTheAddress() {
    let first = Identity(outlet).keys(url: "https://bao.vn/tin.html", guid: "a1", isRepeated: false)
    let second = Identity(outlet).keys(url: "https://bao.vn/tin.html", guid: "b2", isRepeated: false)
    #expect(!Set(first).isDisjoint(with: second))
  }
}
