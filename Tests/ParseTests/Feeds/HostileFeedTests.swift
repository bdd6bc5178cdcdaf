import News
import Parse
import Testing

/// Documents made to cost memory or time, or to reach a file: refused. How soon, and without a file or socket, is told by
/// `make bench-hostile`.
struct HostileFeedTests {
  private func refusal(_ text: String) -> ParseFailure.Reason? {
    if case .failure(let failure) = FeedSample().parse(Array(text.utf8)) { return failure.reason }
    return nil
  }

  private func rss(_ inner: String, subset: String = "") -> String {
    "<?xml version='1.0'?>\(subset)<rss><channel><item><title>\(inner)</title></item></channel></rss>"
  }

  @Test(arguments: [
    // Each name stands for ten of the one before.
    (1...9).reduce("<!ENTITY a0 'lol'>") { text, level in
      text + "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: 10) + "'>"
    },
    "<!ENTITY a9 '" + String(repeating: "x", count: 50_000) + "'>",
    "<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;",
    "<!ENTITY a9 SYSTEM 'file:///etc/passwd'>",
  ])
  func entities_areRefused(declarations: String) {
    let refused = refusal(rss(String(repeating: "&a9;", count: 5000), subset: "<!DOCTYPE rss [\(declarations)]>"))
    #expect(refused == .documentType)
  }

  @Test func subsetBehindAQuotedBracket_isRefused() {
    let subset = "<!DOCTYPE rss SYSTEM 'a>b' [<!ENTITY a 'b'>]>"
    #expect(refusal(rss("&a;", subset: subset)) == .documentType)
  }

  @Test(arguments: [300, 100_000])
  func attributes_whenThousands_areRefused(count: Int) {
    let attributes = (0..<count).map { " a\($0)='1'" }.joined()
    let refused = refusal("<rss><channel><item\(attributes)/></channel></rss>")
    #expect(refused == .tagTooLong)
  }

  @Test func depth_whenThousands_isRefused() {
    let refused = refusal("<rss>" + String(repeating: "<a>", count: 100_000))
    #expect(refused == .tooDeep)
  }

  @Test func names_whenThousands_areRefused() {
    let names = (0..<300_000).map { "<n\($0)/>" }.joined()
    let refused = refusal("<rss><channel>\(names)</channel></rss>")
    #expect(refused == .budget)
  }

  @Test func attribute_whenNeverClosed_isRefused() {
    let refused = refusal("<rss><channel><item a=\"" + String(repeating: ">", count: 3 << 20))
    #expect(refused == .tagTooLong)
  }

  @Test func gzip_whenCutOff_isRefused() {
    let source = Source(url: "https://bao.vn/s.xml.gz", kind: .sitemap)
    let payload = Payload(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x63], url: source.url)
    guard case .failure(let failure) = FeedParser().parse(payload, for: source) else {
      Issue.record("a damaged gzip file was read")
      return
    }
    #expect(failure.reason == .malformed)
  }

  @Test func entries_whenMoreThanASitemapMayHold_areCutAndSaid() throws {
    let items = String(repeating: "<item><title>a</title></item>", count: 50_010)
    let payload = Payload(bytes: Array("<rss><channel>\(items)</channel></rss>".utf8), url: "https://bao.vn/rss")
    let feed = try FeedParser().parse(payload, for: Source(url: payload.url)).get()
    #expect(feed.entries.count == 50_000)
    #expect(feed.damaged)
  }

  @Test func base_whenVeryLong_isNotMultiplied() throws {
    let base = "https://bao.vn/" + String(repeating: "d/", count: 20_000)
    let items = (0..<2000).map { "<item><link>\($0)</link></item>" }.joined()
    let feed = try FeedSample().feed("<rss xml:base='\(base)'><channel>\(items)</channel></rss>")
    #expect(feed.entries.count == 2000)
    #expect(feed.entries.first?.link == "https://bao.vn/rss/0")
  }

  @Test(arguments: ["<a href='/x'>", "<p>"])
  func listing_whenTagsAreThousands_isRefused(tag: String) {
    let sample = FeedSample(source: Source(url: "https://bao.vn/", kind: .listing))
    guard case .failure(let failure) = sample.parse(Array(String(repeating: tag, count: 60_000).utf8)) else {
      Issue.record("the page was read")
      return
    }
    #expect(failure.reason == .budget)
  }
}
