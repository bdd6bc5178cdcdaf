import News
import Parse
import Testing

/// What outlets were seen to send (`docs/feeds.md`, quirks): one test a quirk.
struct FeedQuirkTests {
  private let sample = FeedSample()

  private func entry(_ item: String, _ sample: FeedSample = FeedSample()) throws -> ParsedEntry {
    try #require(try sample.entries("<item>\(item)</item>").first)
  }

  @Test func zoneWrittenAsGMTPlus7_isAnOffset() throws {
    let date = try entry("<pubDate>Wed, 16 Jul 2025 09:30:00 GMT+7</pubDate>").published
    #expect(date?.instant?.rfc3339 == "2025-07-16T02:30:00Z")
  }

  @Test func figuresInEitherOrder_areReadByTheSourcesSetting() throws {
    let american = FeedSample(source: Source(url: "https://bao.vn/rss", dates: .mdy))
    #expect(
      try entry("<pubDate>10/2/2026 9:25:00 AM</pubDate>", american).published?.instant?.rfc3339
        == "2026-10-02T02:25:00Z")
    #expect(try entry("<pubDate>04/10/2026 08:30:00</pubDate>").published?.instant?.rfc3339 == "2026-10-04T01:30:00Z")
  }

  @Test func dateWithoutZone_hasTheSources() throws {
    let utc = FeedSample(source: Source(url: "https://bao.vn/rss", zoneMinutes: 0))
    let raw = "<pubDate>Mon, 08 Jun 2026 09:09:00</pubDate>"
    #expect(try entry(raw).published?.instant?.rfc3339 == "2026-06-08T02:09:00Z")
    #expect(try entry(raw, utc).published?.instant?.rfc3339 == "2026-06-08T09:09:00Z")
  }

  @Test func yearOfTwoDigits_isOfThisCentury() throws {
    let date = try entry("<pubDate>Sat, 27 Jan 24 14:15:00 +0700</pubDate>").published
    #expect(date?.instant?.rfc3339 == "2024-01-27T07:15:00Z")
  }

  @Test func monthWhereMinutesBelong_isExactToTheHourOnly() throws {
    let feed = try sample.feed(
      FeedSample.rss(
        "<generator>NukeViet v4.5</generator><item><pubDate>Mon, 02 Mar 2026 08:03:11 +0700</pubDate></item>"))
    #expect(feed.entries.first?.published?.precision == .hour)
    #expect(feed.entries.first?.published?.raw == "Mon, 02 Mar 2026 08:03:11 +0700")
  }

  @Test func entitiesInsideCDATA_areDecodedOnceMore() throws {
    let title = "<title><![CDATA[ Đầu năm đ&atilde; c&oacute; 5.000 nh&acirc;n vi&ecirc;n ]]></title>"
    #expect(try entry(title).title == "Đầu năm đã có 5.000 nhân viên")
  }

  @Test func pictureBeforeTheSummary_isNoPartOfItsWords() throws {
    let summary = "<![CDATA[<a href='/a'><img src='/x.jpg'></a></br>(Bản Lưu) - Nước suối rút dần.]]>"
    let entry = try entry("<description>\(summary)</description>")
    #expect(entry.summaryWords == "(Bản Lưu) - Nước suối rút dần.")
    #expect(entry.summary.hasPrefix("<a href="))
  }

  @Test func newlinesAroundFields_areDropped() throws {
    let entry = try entry("<link>\n  https://bao.vn/a\n</link><guid>\n x1 \n</guid><title>\n\tMột\n  hai </title>")
    #expect(entry.link == "https://bao.vn/a")
    #expect(entry.id == "x1")
    #expect(entry.title == "Một hai")
  }

  @Test func relativeLinks_areResolvedAgainstTheNearestBase() throws {
    #expect(try entry("<link>../tin/a.html</link>").link == "https://bao.vn/tin/a.html")
    let based = "<rss xml:base='https://kho.vn/x/'><channel><item xml:base='y/'><link>a</link></item></channel></rss>"
    #expect(try sample.feed(based).entries.first?.link == "https://kho.vn/x/y/a")
    let located = FeedSample(contentLocation: "/kho/2026/home.rss")
    #expect(try entry("<link>a.html</link>", located).link == "https://bao.vn/kho/2026/a.html")
    let elsewhere = FeedSample(contentLocation: "http://10.0.0.7:8080/home.rss")
    #expect(try entry("<link>a.html</link>", elsewhere).link == "https://bao.vn/rss/a.html")
  }

  @Test func bareAmpersandsAndUndeclaredNames_areMendedWithoutDamage() throws {
    let feed = try sample.feed(
      FeedSample.rss("<item><title>Ăn&nbsp;&amp; ở &colon; R&D</title><link>/x?a=1&b=2&copy=3</link></item>"))
    #expect(feed.entries.first?.title == "Ăn & ở : R&D")
    #expect(feed.entries.first?.link == "https://bao.vn/x?a=1&b=2&copy=3")
    #expect(!feed.damaged)
  }

  @Test func itemWithoutLink_isKept() throws {
    #expect(try entry("<title>Không có địa chỉ</title>").link == "")
    #expect(try entry("<guid>https://bao.vn/b</guid>").link == "https://bao.vn/b")
    #expect(try entry("<guid isPermaLink='FALSE'>https://bao.vn/b</guid>").link == "")
  }

  @Test func utf16DeclaredOverUTF8_isReadAsUTF8() throws {
    let text = FeedSample.rss("<item><title>Lũ ống</title></item>")
    let feed = try sample.feed(text.replacing("version='1.0'", with: "version='1.0' encoding='utf-16'"))
    #expect(feed.entries.first?.title == "Lũ ống")
    #expect(feed.encoding == "utf-8")
    #expect(!feed.damaged)
  }

  @Test(arguments: [
    "\u{FEFF}", "\n\n", "rác ", "<!-- <rss> -->", "<?php ?>\n", "<br />\n<b>Warning</b>: mysql_connect() in x.php\n",
    "<p>Lỗi<div>",
  ])
  func textBeforeTheFeed_isPassedOver(junk: String) throws {
    let feed = try sample.feed(junk + FeedSample.rss("<item><title>Một</title></item>"))
    #expect(feed.entries.map(\.title) == ["Một"])
    #expect(!feed.damaged)
  }

  @Test func documentTypeOfRSS091_isHarmless() throws {
    let type = "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://127.0.0.1/rss-0.91.dtd'>"
    let feed = try sample.feed("<?xml version='1.0'?>\(type)<rss version='0.91'><channel><item/></channel></rss>")
    #expect(feed.entries.count == 1)
    #expect(!feed.damaged)
  }

  @Test func controlCharacters_areDroppedWithoutDamage() throws {
    let feed = try sample.feed(FeedSample.rss("<item><title>Mộ\u{1}t h\u{1F}ai\u{B}\u{0}</title></item>"))
    #expect(feed.entries.first?.title == "Một hai")
    #expect(!feed.damaged)
  }

  @Test(arguments: [
    ("<html><script>document.cookie='a=1';location.reload()</script></html>", ParseFailure.Reason.notAFeed),
    ("<!DOCTYPE html><html lang='vi'><body><p>Trang chủ</p></body></html>", .notAFeed),
    ("Access denied", .notAFeed), ("   \n", .empty), ("{\"error\":\"limit\"}", .notAFeed),
    ("<?xml version='1.0'?><error/>", .notAFeed),
  ])
  func answerThatIsNoFeed_hasItsOwnOutcome(body: String, reason: ParseFailure.Reason) {
    guard case .failure(let failure) = sample.parse(Array(body.utf8)) else {
      Issue.record("it was read as a feed")
      return
    }
    #expect(failure.reason == reason)
  }

  @Test func emptyChannel_isAFeedWithoutEntries() throws {
    #expect(try sample.feed(FeedSample.rss("")).entries.isEmpty)
  }

  @Test func decomposedText_isComposed() throws {
    let entry = try entry("<title>Hu\u{65}\u{302}\u{301}</title>")
    #expect(Array(entry.title.unicodeScalars) == Array("Huế".unicodeScalars))
  }

  @Test func sitemapAddressInWhiteSpace_isTrimmedAndItsDateExactToTheDay() throws {
    let entry = try #require(
      try sample.feed("<urlset><url><loc>\n  https://bao.vn/a\t</loc><lastmod>2026-02-03</lastmod></url></urlset>")
        .entries.first)
    #expect(entry.link == "https://bao.vn/a")
    #expect(entry.updated?.precision == .day)
  }

  @Test func breaksThatAreNotClosed_areClosedWithoutDamage() throws {
    let text = "<item><description>a<br>b<img src='x'></img><hr/></description></item><item><title>Hai</title></item>"
    let feed = try sample.feed(FeedSample.rss(text))
    #expect(feed.entries.first?.summary == "a<br>b<img src=\"x\"><hr>")
    #expect(feed.entries.count == 2)
    #expect(!feed.damaged)
  }

  @Test func halvesOfASurrogatePair_areJoinedAndLoneOnesDropped() throws {
    #expect(try entry("<title>a&#xD83D;&#xDE00;b&#xD800;c&#0;d</title>").title == "a😀bcd")
  }

  @Test func cutEntry_isMarkedAndThoseBeforeItAreNot() throws {
    let items = "<item><title>Một</title></item><item><title>Ha<x></title></item><item><title>Ba</title></item>"
    let feed = try sample.feed(FeedSample.rss(items))
    #expect(feed.damaged)
    #expect(feed.entries.map(\.isDamaged) == [false, true, true])
  }
}
