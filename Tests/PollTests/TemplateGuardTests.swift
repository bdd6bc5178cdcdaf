import Archive
import News
import Testing

@testable import Poll

@Suite struct TemplateGuardTests {
  private func changes(_ count: Int, asides: [String: UInt64] = [:], _ edit: (Int, inout [String]) -> Void)
    -> [TemplateGuard.Change]
  {
    (0..<count).map { number in
      let own = ["Đoạn một của bài số \(number) kể chuyện làm đường.", "Đoạn hai của bài số \(number) nói về vốn."]
      var after = own
      edit(number, &after)
      return TemplateGuard.Change(before: text(own), after: text(after), asides: asides)
    }
  }

  private func text(_ paragraphs: [String]) -> ArticleText {
    ArticleText(title: "Làm đường", summary: "", paragraphs: paragraphs)
  }

  @Test func furniture_whenOneLineCameToMostArticles_isThatLine() {
    let line = "Mời bạn đọc theo dõi trang của báo trên mạng xã hội"
    let all = changes(6) { _, paragraphs in paragraphs.append(line) }
    #expect(TemplateGuard(all, rechecked: 12).furniture == [FurnitureMark(.words, line)])
    #expect(TemplateGuard(all, rechecked: 9).furniture.isEmpty)
    #expect(TemplateGuard(Array(all.prefix(4)), rechecked: 12).furniture.isEmpty)
  }

  @Test func furniture_whenACounterCame_isItsShape() {
    let all = changes(6) { number, paragraphs in paragraphs.append("Đã có \(number * 7 + 1) người thích bài này") }
    #expect(TemplateGuard(all, rechecked: 12).furniture == [FurnitureMark(.shape, "Đã có # người thích bài này")])
  }

  @Test func furniture_whenABoxShowsOtherWordsEachTime_isItsPlace() {
    let all = changes(6) { $1.append("Câu hay hôm nay: \(["học", "làm", "đi", "đọc", "vui", "nói"][$0]) nhiều hơn.") }
      .map { change in
        var change = change
        change.asides = [change.after.paragraphs.last ?? "": 0xA5]
        return change
      }
    #expect(TemplateGuard(all, rechecked: 12).furniture == [FurnitureMark(.place, "a5")])
  }

  @Test func furniture_whenTheLineIsACorrection_isNone() {
    let all = changes(6) { _, paragraphs in paragraphs.append("Đính chính: bài trước in sai tên tỉnh, xin lỗi bạn đọc.")
    }
    #expect(TemplateGuard(all, rechecked: 12).furniture.isEmpty)
  }

  @Test func furniture_whenTheLineIsACredit_isNone() {
    let all = changes(6) { _, paragraphs in paragraphs.append("Theo Báo Suối Nậm") }
    #expect(TemplateGuard(all, rechecked: 12).furniture.isEmpty)
  }

  @Test func furniture_whenAProvinceIsRenamedEverywhere_isNone() {
    let all = changes(10) { number, paragraphs in
      paragraphs[0] = paragraphs[0].replacing("làm đường", with: "làm đường tỉnh mới")
    }
    #expect(TemplateGuard(all, rechecked: 12).furniture.isEmpty)
  }

  @Test func isTemplate_whenMostArticlesStateAnotherDate_isTrue() {
    #expect(TemplateGuard.isTemplate(restated: 6, rechecked: 10))
    #expect(!TemplateGuard.isTemplate(restated: 4, rechecked: 4))
    #expect(!TemplateGuard.isTemplate(restated: 5, rechecked: 30))
  }
}
