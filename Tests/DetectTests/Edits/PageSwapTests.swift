import News
import Testing

@testable import Detect

@Suite struct PageSwapTests {
  private let article = ArticleText(
    title: "Khánh thành cầu treo qua suối Nậm Mạ", summary: "",
    paragraphs: [
      "Sáng nay xã Nậm Mạ khánh thành cây cầu treo dài 48 m, thay cho bè mảng mà dân bản vẫn dùng xưa nay.",
      "Theo kế hoạch, đến cuối năm xã sẽ làm thêm hai cầu nữa ở bản Huổi Lặc và bản Nà Phầy.",
    ])

  private func page(_ title: String, _ paragraphs: String...) -> ArticleText {
    ArticleText(title: title, summary: "", paragraphs: paragraphs)
  }

  @Test func finding_whenAShortOtherPageAnswers_isHeld() {
    let other = page("Báo Suối Nậm", "Trang đang được sắp xếp lại, mời bạn đọc quay lại vào lúc khác.")
    #expect(PageSwap.finding(before: article, after: other) == .other)
  }

  @Test func finding_whenItsTitleSaysGone_isGoneHoweverLongItIs() {
    let lines = (0..<20).map { "Tin mới số \($0): giá chè búp tươi ở vùng cao tuần này không đổi so với tuần trước." }
    let other = ArticleText(title: "Không tìm thấy trang", summary: "", paragraphs: lines)
    #expect(PageSwap.finding(before: article, after: other) == .gone)
  }

  @Test func finding_whenTheTitleStands_isTheArticle() {
    #expect(PageSwap.finding(before: article, after: page(article.title, "Bài đang được viết lại.")) == .article)
  }

  @Test func finding_whenOnlyTheTitleChanged_isTheArticle() {
    var after = article
    after.title = "Dân bản Huổi Lặc hết cảnh đi bè"
    #expect(PageSwap.finding(before: article, after: after) == .article)
  }

  @Test func finding_whenACorrectionStandsInItsPlace_isTheArticle() {
    let notice = page("Thông tin cải chính, xin lỗi", "Bài về cầu treo in sai số tiền. Báo xin lỗi bạn đọc.")
    #expect(PageSwap.finding(before: article, after: notice) == .article)
  }

  @Test func finding_whenAnArticleIsAboutSomethingGone_isTheArticle() {
    let before = page("Nhiều số khung đã bị xóa", "Cảnh sát kiểm tra kho xe và thấy nhiều số khung không còn đọc được.")
    var after = before
    after.paragraphs.append("Chủ kho bị mời về làm việc trong đêm, kho bị niêm phong ngay sau đó.")
    #expect(PageSwap.finding(before: before, after: after) == .article)
  }

  @Test(arguments: [
    "Just a moment...", "Hệ thống đang bảo trì", "Attention Required! | Cloudflare", "Truy cập bị từ chối",
  ])
  func challenge_whenAPageOnlyStandsBefore_isSeen(title: String) {
    #expect(ChallengePage.isOne(title: title, firstParagraph: "", syllables: 12))
    #expect(!ChallengePage.isOne(title: title, firstParagraph: "", syllables: 300))
  }
}
