import Foundation
import News
import Testing

@testable import Parse

@Suite struct PageParserTests {
  @Test(arguments: [1, 2, 9])
  func words_whenOnlySurroundingsChange_stayTheSame(turn: Int) throws {
    for html in [PageFixtures.modern(turn: turn), PageFixtures.tables(turn: turn)] {
      let page = try #require(PageFixtures.parse(html))
      #expect(page.title == PageFixtures.title)
      #expect(page.summary == PageFixtures.summary)
      #expect(page.paragraphs == PageFixtures.paragraphs)
      #expect(!page.damaged)
    }
  }

  @Test func facts_whenStatedInLinkedData_areRead() throws {
    let page = try #require(PageFixtures.parse(PageFixtures.modern(turn: 1)))
    #expect(page.author == "Thu Hà")
    #expect(page.language == "vi")
    #expect(page.canonical == "https://mau.example/tin/1.html")
    #expect(page.published?.instant == Instant(year: 2024, month: 3, day: 12, hour: 2))
    #expect(!page.hasCorrection)
  }

  @Test func published_whenOnlyWrittenOut_isRead() throws {
    let page = try #require(PageFixtures.parse(PageFixtures.tables(turn: 1)))
    #expect(page.published?.instant == Instant(year: 2024, month: 3, day: 12, hour: 2))
  }

  @Test func canonical_whenItIsTheFrontPage_isIgnored() throws {
    let html = PageFixtures.modern(turn: 1).replacing("href=\"/tin/1.html\"", with: "href=\"/\"")
    #expect(try #require(PageFixtures.parse(html)).canonical == nil)
  }

  @Test func published_whenAWeekdayStandsBefore_isRead() throws {
    let html = PageFixtures.tables(turn: 1).replacing("Cập nhật: 12/03/2024 09:00", with: "Thứ Năm, 22/10/2020 08:15")
    let page = try #require(PageFixtures.parse(html))
    #expect(page.published?.instant == Instant(year: 2020, month: 10, day: 22, hour: 1, minute: 15))
  }

  @Test func correction_whenInLinkedData_isSeen() throws {
    let html = PageFixtures.modern(turn: 1).replacing("\"author\":", with: "\"correction\":\"Sửa số tiền\",\"author\":")
    #expect(try #require(PageFixtures.parse(html)).hasCorrection)
  }

  @Test func damage_whenCutInsideTheText_isSeen() throws {
    let whole = PageFixtures.modern(turn: 1)
    let end = try #require(whole.firstRange(of: "Theo kế hoạch"))
    #expect(try #require(PageFixtures.parse(String(whole[..<end.lowerBound]))).damaged)
    #expect(try #require(PageFixtures.parse(String(whole[..<end.lowerBound]) + "<a href=\"x")).damaged)
  }

  @Test func damage_whenEndTagsAreOnlyLeftOut_isNotSeen() throws {
    let html = PageFixtures.modern(turn: 1).replacing("</body></html>", with: "")
    #expect(try #require(PageFixtures.parse(html)).damaged == false)
  }

  @Test func rules_whenTheOutletHasThem_decide() throws {
    var outlet = PageFixtures.outlet
    outlet.articlePath = "//div[@id='x']"
    outlet.removePaths = ["//p[@class='bo']", "//p[@class='bo']/b"]
    let html = """
      <html><body><h1>Một tiêu đề đủ dài</h1><div><p>\(PageFixtures.paragraphs.joined(separator: " "))</p></div>
      <div id="x"><p>Đoạn ngắn.</p><p class="bo">Bỏ <b>đi</b></p><p>Đoạn hai.</p></div></body></html>
      """
    let page = try #require(PageFixtures.parse(html, for: outlet))
    #expect(page.paragraphs == ["Đoạn ngắn.", "Đoạn hai."])
  }

  @Test func text_whenDecomposedOrSpaced_isCanonical() {
    let raw = "\u{FEFF} Đường\u{A0}\u{A0}bê  tông\u{200B} hóa".decomposedStringWithCanonicalMapping
    #expect(Array(CanonicalText.of(raw).unicodeScalars) == Array("Đường bê tông hóa".unicodeScalars))
  }

  @Test func strip_whenScriptsAndCommentsHoldMarkup_dropsThem() {
    let strip = MarkupStrip(Array("a<script>'</p>'</script><!-- <b> -->b<wbr>c<p>1 < 2</p></html>".utf8))
    #expect(String(decoding: strip.output, as: UTF8.self) == "a bc<p>1 &lt; 2</p></html>")
    #expect(strip.closes)
    #expect(!strip.endsInsideTag)
  }

  @Test func attributes_whenTooMany_areDropped() {
    let bomb = "<p " + (0..<5_000).map { "a\($0)=1 " }.joined() + ">chữ</p>"
    #expect(String(decoding: MarkupStrip(Array(bomb.utf8)).output, as: UTF8.self) == "<p>chữ</p>")
  }

  @Test func failure_whenNothingIsThere_isReported() {
    let payload = Payload(bytes: [], contentType: "text/html", url: "https://mau.example/")
    guard case .failure(let failure) = PageParser().parse(payload, for: PageFixtures.outlet) else {
      Issue.record("an empty page gave words")
      return
    }
    #expect(failure.reason == .empty)
  }
}
