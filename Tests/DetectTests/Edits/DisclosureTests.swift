import Detect
import News
import Testing

struct DisclosureTests {
  private let before = ArticleText(title: "Lũ về", summary: "", paragraphs: ["Có 3 người chết."])

  @Test func of_whenNoticeIsAdded_isDisclosed() {
    var after = before
    after.paragraphs.append("Toà soạn xin lỗi bạn đọc và đính chính con số.")
    #expect(Disclosure.of(before: before, after: after, modifiedMoved: true, correction: false) == .disclosed)
    #expect(Disclosure.of(before: after, after: after, modifiedMoved: false, correction: false) == .silent)
  }

  @Test func of_whenOnlyDateMoved_isDated() {
    #expect(Disclosure.of(before: before, after: before, modifiedMoved: true, correction: false) == .dated)
  }

  @Test func of_whenMarkupCorrects_isDisclosed() {
    #expect(Disclosure.of(before: before, after: before, modifiedMoved: false, correction: true) == .disclosed)
  }
}
