import Detect
import Testing

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
