import Archive
import News
import Parse
import Testing

@testable import Poll

@Suite struct SitemapPlanTests {
  private let now = Instant(year: 2026, month: 11, day: 24)
  private let identity = Identity(Outlet(id: "bao", name: "Báo", kind: .newspaper, hosts: ["anh.vn"]))

  private func stated(_ days: Int, _ precision: StatedDate.Precision = .second) -> StatedDate {
    StatedDate(raw: "", instant: now + .seconds(-86_400 * days), precision: precision)
  }

  private func parts(_ named: [FeedPart], known: [SitemapPart] = []) -> [SitemapPart] {
    var index = ParsedFeed(format: "sitemapindex")
    index.parts = named
    return SitemapPlan.parts(of: index, at: "https://bao.vn/sitemap.xml", ownedBy: identity, known: known, now: now)
  }

  private func part(_ url: String, changed hours: Int? = nil, polled: Int? = nil, rests: Int? = nil) -> SitemapPart {
    var part = SitemapPart(url: url, changed: hours.map { now + .seconds(-3600 * $0) })
    part.polledAt = polled.map { now + .seconds(-3600 * $0) }
    part.restsUntil = rests.map { now + .seconds(3600 * $0) }
    return part
  }

  @Test func parts_ofOtherHostsOfPicturesAndOfLongAgo_areLeftOut() {
    let named = [
      FeedPart(url: "https://bao.vn/1.xml", updated: stated(2)), FeedPart(url: "https://khac.vn/2.xml"),
      FeedPart(url: "https://anh.vn/3.xml"), FeedPart(url: "https://bao.vn/images.xml"),
      FeedPart(url: "https://bao.vn/2019.xml", updated: stated(31)), FeedPart(url: "https://www.bao.vn/4.xml"),
      FeedPart(url: "https://bao.vn/news.xml", updated: stated(3)),
    ]
    let urls = parts(named).map(\.url)
    #expect(
      urls == [
        "https://bao.vn/news.xml", "https://bao.vn/1.xml", "https://anh.vn/3.xml", "https://www.bao.vn/4.xml",
      ])
  }

  @Test func parts_thatAreKnown_keepTheirValidators() {
    var known = part("https://bao.vn/1.xml", changed: 90, polled: 1)
    known.validators.etag = "a"
    let again = parts([FeedPart(url: known.url, updated: stated(0))], known: [known]).first
    #expect(again?.validators.etag == "a")
    #expect(again?.polledAt == known.polledAt)
    #expect(again?.changed == now)
  }

  @Test func parts_datedToTheDay_mayHaveChangedUntilItsEnd() {
    #expect(
      parts([FeedPart(url: "https://bao.vn/1.xml", updated: stated(0, .day))]).first?.changed == now + .seconds(86_400))
  }

  @Test func parts_ofAnIndexOfThousands_areBounded() {
    #expect(parts((0..<5000).map { FeedPart(url: "https://bao.vn/\($0).xml") }).count == SitemapPlan.mostParts)
  }

  @Test func due_isNewsThenTheNewestThenTheLongestUnseen_andFew() {
    let all = [
      part("https://bao.vn/a.xml", polled: 1), part("https://bao.vn/b.xml", polled: 9),
      part("https://bao.vn/c.xml", changed: 5), part("https://bao.vn/d.xml", changed: 2),
      part("https://bao.vn/news.xml", changed: 700), part("https://bao.vn/e.xml"),
    ]
    #expect(
      SitemapPlan.due(all, now: now).map { String($0.url.dropFirst(15)) } == [
        "news.xml", "d.xml", "c.xml", "e.xml", "b.xml",
      ])
  }

  @Test func due_whenTheIndexSaysThatNothingChanged_waitsForTheRest() {
    #expect(SitemapPlan.due([part("https://bao.vn/a.xml", changed: 5, polled: 4, rests: 20)], now: now).isEmpty)
    #expect(SitemapPlan.due([part("https://bao.vn/a.xml", changed: 3, polled: 4, rests: 20)], now: now).count == 1)
    #expect(SitemapPlan.due([part("https://bao.vn/a.xml", changed: 5, polled: 25, rests: 0)], now: now).count == 1)
  }

  @Test func due_whenItFailed_waitsWhateverTheIndexSays() {
    let failed = SitemapPlan.after(.failed, part("https://bao.vn/a.xml", changed: 0), now: now)
    var changed = failed
    changed.changed = now + .seconds(60)
    #expect(SitemapPlan.due([changed], now: now + .seconds(1700)).isEmpty)
    #expect(SitemapPlan.due([changed], now: now + .seconds(1800)).count == 1)
  }

  @Test func after_isARestByWhatIsKnown() {
    let dated = part("https://bao.vn/a.xml", changed: 1)
    let undated = part("https://bao.vn/b.xml")
    let day = now + .seconds(86_400)
    #expect(SitemapPlan.after(.read(hasNews: true), dated, now: now).restsUntil == day)
    #expect(SitemapPlan.after(.unchanged, dated, now: now).restsUntil == day)
    #expect(SitemapPlan.after(.read(hasNews: true), undated, now: now).restsUntil == nil)
    #expect(SitemapPlan.after(.unchanged, undated, now: now).restsUntil == nil)
    let old = SitemapPlan.after(.read(hasNews: false), undated, now: now)
    #expect(old.restsUntil == day)
    #expect(SitemapPlan.after(.unchanged, old, now: day).restsUntil == day + .seconds(86_400))
  }

  @Test func after_failures_restsLongerEachTimeUpToADay() {
    var part = part("https://bao.vn/a.xml")
    var rests: [Int64] = []
    for _ in 0..<9 {
      part = SitemapPlan.after(.failed, part, now: now)
      rests.append(((part.restsUntil ?? now) - now).components.seconds)
    }
    #expect(rests == [1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400, 86_400])
    let well = SitemapPlan.after(.unchanged, part, now: now)
    #expect(well.failures == 0)
    #expect(well.restsUntil == nil)
  }

  @Test func news_isRecentOrUndatedInASmallSitemap() {
    var old = ParsedEntry()
    old.updated = stated(31)
    var new = ParsedEntry()
    new.updated = stated(29)
    let undated = ParsedEntry()
    #expect(SitemapPlan.news([old, new, undated], now: now) == [new, undated])
    let many = Array(repeating: undated, count: SitemapPlan.mostEntries) + [new]
    #expect(SitemapPlan.news(many, now: now) == [new])
  }
}
