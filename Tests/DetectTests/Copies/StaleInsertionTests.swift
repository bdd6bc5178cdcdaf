import News
import Testing

@testable import Detect

@Suite struct StaleInsertionTests {
  @Test func state_whenTheSourceInsertsANegation_isStale() throws {
    let before = ArticleText(
      title: "Tin mưa", summary: "", paragraphs: ["Chiều nay vùng núi nhiều mây, có mưa vài nơi."])
    let after = ArticleText(
      title: "Tin mưa", summary: "", paragraphs: ["Chiều nay vùng núi nhiều mây, không có mưa vài nơi."])
    let copy = ArticleText(
      title: "Bản tin", summary: "", paragraphs: ["Theo dự báo, chiều nay vùng núi nhiều mây, có mưa vài nơi."])
    let spans = StaleFinder.spans(of: Differ.compare(before, after), before: before, after: after)
    let span = try #require(spans.first)
    #expect(span.after == "mây, không có")
    #expect(StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: copy) == .stale)
    #expect(StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: after) == .followed)
  }

  @Test func state_whenTheWordsAfterTheInsertionAreTheSameInBoth_isStale() throws {
    let line = "Ngay sau tin báo, lực lượng chức năng đã có mặt tại hiện trường để điều tra."
    let before = ArticleText(title: "Tin", summary: "", paragraphs: [line])
    let after = ArticleText(
      title: "Tin", summary: "", paragraphs: [line.replacing("năng đã", with: "năng không đã")])
    let spans = StaleFinder.spans(of: Differ.compare(before, after), before: before, after: after)
    let span = try #require(spans.first)
    #expect(StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: before) == .stale)
    #expect(StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: after) == .followed)
  }

  @Test func state_whenABulletinRepeatsTheOldWords_isStaleAllTheSame() throws {
    let first = "Gió mạnh cấp 6, giật cấp 8 ở vùng biển phía bắc. Bán kính gió mạnh cấp "
    let second = ", giật cấp 8 trở lên khoảng 100 km."
    let before = ArticleText(title: "Bão", summary: "", paragraphs: [first + "6" + second])
    let after = ArticleText(title: "Bão", summary: "", paragraphs: [first + "9" + second])
    let spans = StaleFinder.spans(of: Differ.compare(before, after), before: before, after: after)
    let span = try #require(spans.first)
    #expect(StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: before) == .stale)
  }
}
