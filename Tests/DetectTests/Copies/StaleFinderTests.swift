import Detect
import News
import Testing

@Suite struct StaleFinderTests {
  private let span = ChangedSpan(before: "12 người", after: "15 người", kind: .number, severity: .s4)
  private let before = "Vụ lật xe sáng nay trên đèo làm 12 người bị thương phải vào bệnh viện huyện."
  private let after = "Vụ lật xe sáng nay trên đèo làm 15 người bị thương phải vào bệnh viện huyện."

  private func text(_ body: String) -> ArticleText { ArticleText(title: "", summary: "", paragraphs: [body]) }

  private func state(_ copy: String) -> StaleFinder.State? {
    StaleFinder.state(of: span, sourceBefore: text(before), sourceAfter: text(after), copy: text(copy))
  }

  @Test func state_whenCopyHasOldWords_isStale() {
    #expect(state("Tin nhanh: trên đèo làm 12 người bị thương, theo tin ban đầu.") == .stale)
  }

  @Test func state_whenCopyHasNewWords_isFollowed() {
    #expect(state("Tin nhanh: trên đèo làm 15 người bị thương, theo tin ban đầu.") == .followed)
  }

  @Test func state_whenCopyHasOnlyTheSurroundings_isCut() {
    #expect(state("Vụ lật xe sáng nay trên đèo làm nhiều người bị thương phải vào bệnh viện huyện.") == .cut)
  }

  @Test func state_whenTheSameWordsStandBesideTheChangedOnes_asksOnlyForTheChangedPlace() {
    let lead = "Tại lễ duyệt binh sáng qua, tên lửa đạn đạo tầm trung Đông Phong"
    let rest = "(DF -16) cùng nhiều giàn phóng mang tên lửa khác đã đi qua lễ đài."
    let span = ChangedSpan(before: "16", after: "17", kind: .number, severity: .s4)
    func state(_ number: Int) -> StaleFinder.State? {
      StaleFinder.state(
        of: span, sourceBefore: text("\(lead) 16 \(rest)"), sourceAfter: text("\(lead) 17 \(rest)"),
        copy: text("\(lead) \(number) \(rest)"))
    }
    #expect(state(16) == .stale)
    #expect(state(17) == .followed)
    #expect(state(25) == .cut)
  }

  @Test func state_whenCopyHasTheWordsElsewhere_isNil() {
    #expect(state("Đội bóng có 12 người đi tập huấn ở nước ngoài.") == nil)
  }

  @Test func state_whenWordsWereOnlyAdded_isNil() {
    let added = ChangedSpan(before: "", after: "mới", kind: .added, severity: .s3)
    #expect(
      StaleFinder.state(of: added, sourceBefore: text("a b"), sourceAfter: text("a mới b"), copy: text("a b")) == nil)
  }

  @Test func state_whenSameWordsStandInTwoPlaces_looksAtTheChangedOne() {
    let kept = " Trước đó một tuần cũng tại khúc cua này 12 người khác thoát nạn trong gang tấc."
    let found = StaleFinder.state(
      of: span, sourceBefore: text(before + kept), sourceAfter: text(after + kept), copy: text(kept))
    #expect(found == nil)
  }

  @Test func spans_whenWordsAreAdded_areLeftOut() {
    let difference = Difference(
      severity: .s4, classes: [.number],
      changes: [
        Change(kind: .number, before: "12 người", after: "15 người", context: ""),
        Change(kind: .added, before: "", after: "Tin thêm", context: ""),
      ])
    #expect(StaleFinder.spans(of: difference, before: text(before), after: text(after)) == [span])
  }

  @Test(arguments: [
    ("làm 12 người", "làm 15 người"), ("sáng nay", "chiều qua"), ("phải vào bệnh viện huyện", "đã về nhà"),
    ("Vụ lật xe", "Vụ cháy xe"),
  ])
  func spans_whenDifferReportsAnEdit_letStaleCopiesBeFound(_ old: String, _ new: String) {
    let filler = " Lực lượng cứu hộ đã đến ngay sau khi nhận được tin báo của người đi đường."
    let source = (before: text(before + filler), after: text(replaced(old, new) + filler))
    let spans = StaleFinder.spans(
      of: Differ.compare(source.before, source.after), before: source.before, after: source.after)
    #expect(!spans.isEmpty)
    for span in spans {
      #expect(
        StaleFinder.state(of: span, sourceBefore: source.before, sourceAfter: source.after, copy: source.before)
          == .stale)
      #expect(
        StaleFinder.state(of: span, sourceBefore: source.before, sourceAfter: source.after, copy: source.after)
          == .followed)
    }
  }

  private func replaced(_ old: String, _ new: String) -> String {
    guard let range = before.firstRange(of: old) else { return before }
    return String(before[..<range.lowerBound]) + new + String(before[range.upperBound...])
  }
}
