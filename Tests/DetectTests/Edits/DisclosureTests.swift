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

struct GonePageTests {
  @Test(arguments: [
    "Bài viết không tồn tại", "Nội dung ĐÃ BỊ XOÁ", "Tin này đã gỡ theo yêu cầu", "Không tìm thấy trang",
    "404 Not Found", "Lỗi 404",
  ])
  func saysGone_whenShortPageSaysSo(title: String) {
    #expect(GonePage.saysGone(title: title, firstParagraph: "", syllables: 12))
    #expect(GonePage.saysGone(title: "Thông báo", firstParagraph: title + ".", syllables: 59))
    #expect(!GonePage.saysGone(title: title, firstParagraph: "", syllables: 60))
  }

  @Test func saysGone_whenShortPageIsNews_isFalse() {
    #expect(!GonePage.saysGone(title: "Tìm thấy người mất tích", firstParagraph: "Anh đã về nhà.", syllables: 8))
  }
}
