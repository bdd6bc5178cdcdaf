import News
import Parse
import Testing

/// Documents made to cost memory or time, or to reach a file: refused, and at once.
struct HostileFeedTests {
  // Without the optimizer the scan of the bytes alone takes longer.
  #if DEBUG
    private static let limit = Duration.milliseconds(500)
  #else
    private static let limit = Duration.milliseconds(100)
  #endif

  /// What became of a document, and whether it took less than the limit; the best of three, as others share the machine.
  private func refusal(_ text: String) -> (reason: ParseFailure.Reason?, isQuick: Bool) {
    let source = Source(url: "https://bao.vn/rss")
    let payload = Payload(bytes: Array(text.utf8), url: source.url)
    var reason: ParseFailure.Reason?
    let times = (0..<3).map { _ in
      ContinuousClock().measure {
        if case .failure(let failure) = FeedParser().parse(payload, for: source) { reason = failure.reason }
      }
    }
    return (reason, times.min().map { $0 < Self.limit } ?? false)
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
    #expect(refused.reason == .documentType)
    #expect(refused.isQuick)
  }

  @Test func subsetBehindAQuotedBracket_isRefused() {
    let subset = "<!DOCTYPE rss SYSTEM 'a>b' [<!ENTITY a 'b'>]>"
    #expect(refusal(rss("&a;", subset: subset)).reason == .documentType)
  }

  @Test(arguments: [300, 100_000])
  func attributes_whenThousands_areRefused(count: Int) {
    let attributes = (0..<count).map { " a\($0)='1'" }.joined()
    let refused = refusal("<rss><channel><item\(attributes)/></channel></rss>")
    #expect(refused.reason == .tagTooLong)
    #expect(refused.isQuick)
  }

  @Test func depth_whenThousands_isRefused() {
    let refused = refusal("<rss>" + String(repeating: "<a>", count: 100_000))
    #expect(refused.reason == .tooDeep)
    #expect(refused.isQuick)
  }

  @Test func names_whenThousands_areRefused() {
    let names = (0..<300_000).map { "<n\($0)/>" }.joined()
    let refused = refusal("<rss><channel>\(names)</channel></rss>")
    #expect(refused.reason == .budget)
    #expect(refused.isQuick)
  }

  @Test func attribute_whenNeverClosed_isRefused() {
    let refused = refusal("<rss><channel><item a=\"" + String(repeating: ">", count: 3 << 20))
    #expect(refused.reason == .tagTooLong)
    #expect(refused.isQuick)
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
}
