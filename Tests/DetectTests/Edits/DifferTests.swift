import Detect
import News
import Testing

struct DifferTests {
  @Test(arguments: EditTable.pairs + EditTable.further)
  func compare_whenOneSentenceChanges(pair: EditTable.Pair) {
    let difference = Differ.compare(EditTable.body(pair.before), EditTable.body(pair.after))
    #expect(difference.severity == pair.severity)
    #expect(difference.classes == pair.classes)
    #expect(difference.changes.isEmpty == (pair.severity <= .s1))
  }

  @Test func table_coversEveryClass() {
    let all = EditTable.pairs + EditTable.further
    #expect(all.count >= 150)
    #expect(Set(all.flatMap(\.classes)).isSuperset(of: Set(ChangeClass.allCases).subtracting([.title])))
    #expect(Set(all.map(\.severity)).count == 6)
  }

  @Test func compare_whenParagraphsMove_isSpelling() {
    let before = EditTable.body("Trời mưa to.", "Đường ngập sâu.", "Xe không qua được.")
    let after = EditTable.body("Xe không qua được.", "Trời mưa to.", "Đường ngập sâu.")
    #expect(Differ.compare(before, after).severity == .s1)
    #expect(Differ.compare(before, after).changes.isEmpty)
  }

  @Test func compare_whenParagraphIsCutInTwo_isSame() {
    let before = EditTable.body("Trời mưa to. Đường ngập sâu.")
    let after = EditTable.body("Trời mưa to.", "Đường ngập sâu.")
    #expect(Differ.compare(before, after).severity == .s0)
  }

  @Test func compare_whenParagraphIsAdded_namesAddedAlone() {
    let before = EditTable.body("Trời mưa to ở vùng núi.", "Đường ngập sâu nhiều đoạn.")
    var after = before
    after.paragraphs.insert("Nhiều hộ dân phải sơ tán trong đêm.", at: 1)
    let difference = Differ.compare(before, after)
    #expect(difference.classes == [.added])
    #expect(difference.severity == .s3)
    #expect(difference.changes.map(\.after) == ["Nhiều hộ dân phải sơ tán trong đêm."])
  }

  @Test func compare_whenParagraphWithFactsIsRemoved_isLoss() {
    let before = EditTable.body("Trời mưa to ở vùng núi.", "Lũ cuốn trôi 12 ngôi nhà ở xã Hùng Lợi.")
    let difference = Differ.compare(before, EditTable.body("Trời mưa to ở vùng núi."))
    #expect(difference.classes == [.number, .removed])
    #expect(difference.severity == .s5)
  }

  @Test func compare_whenTitleIsReworded_namesTitleAlone() {
    let before = ArticleText(title: "Sai phạm lớn tại dự án hồ chứa", summary: "", paragraphs: ["Trời mưa."])
    var after = before
    after.title = "Một số tồn tại ở dự án hồ chứa"
    let difference = Differ.compare(before, after)
    #expect(difference.classes == [.title])
    #expect(difference.severity == .s3)
    #expect(difference.changes.first?.before == before.title)
    #expect(difference.changes.first?.after == after.title)
  }

  @Test func compare_whenNumberInTitleChanges_namesNumberToo() {
    let before = ArticleText(title: "Lũ làm 3 người chết", summary: "", paragraphs: [])
    let after = ArticleText(title: "Lũ làm 5 người chết", summary: "", paragraphs: [])
    #expect(Differ.compare(before, after).classes == [.number, .title])
    #expect(Differ.compare(before, after).severity == .s4)
  }

  @Test func compare_whenUnitChanges_showsNumberWithUnit() {
    let difference = Differ.compare(
      EditTable.body("Đập dài 1,5 triệu mét vuông bê tông."), EditTable.body("Đập dài 15 triệu mét vuông bê tông."))
    #expect(difference.changes.map(\.before) == ["1,5 triệu mét vuông"])
    #expect(difference.changes.map(\.after) == ["15 triệu mét vuông"])
  }

  @Test func compare_whenOneSyllableOfNameChanges_showsWholeName() {
    let difference = Differ.compare(
      EditTable.body("Giải nhất thuộc về ông Lý Văn Tuân ở Hàm Yên."),
      EditTable.body("Giải nhất thuộc về ông Lý Văn Tuấn ở Hàm Yên."))
    #expect(difference.changes.map(\.before) == ["Lý Văn Tuân"])
    #expect(difference.changes.map(\.after) == ["Lý Văn Tuấn"])
    #expect(difference.changes.first?.context.contains("thuộc về ông Lý Văn Tuấn ở Hàm") == true)
  }

  @Test func compare_whenTwoParagraphsChange_listsBothPlaces() {
    let before = EditTable.body("Có 3 người bị nạn.", "Trời mưa to.", "Ông Lý Văn Nam chỉ huy cứu hộ.")
    let after = EditTable.body("Có 4 người bị nạn.", "Trời mưa to.", "Ông Lý Văn Bắc chỉ huy cứu hộ.")
    let difference = Differ.compare(before, after)
    #expect(difference.classes == [.number, .name])
    #expect(difference.changes.map(\.kind) == [.number, .name])
  }

  @Test func compare_whenParagraphIsAddedBeforeEditedOne_tellsThemApart() {
    let before = EditTable.body("Trời mưa to.", "Có 3 người bị nạn trong đêm.")
    let after = EditTable.body("Trời mưa to.", "Nước đã rút ở nhiều nơi.", "Có 5 người bị nạn trong đêm.")
    let difference = Differ.compare(before, after)
    #expect(difference.classes == [.number, .added])
    #expect(difference.changes.map(\.after) == ["Nước đã rút ở nhiều nơi.", "5"])
  }

  @Test func compare_whenHugeTextsShareNothing_ends() {
    let before = EditTable.body((0..<9000).map { "a\($0)b" }.joined(separator: " "))
    let after = EditTable.body((0..<9000).map { "c\($0)d" }.joined(separator: " "))
    #expect(Differ.compare(before, after).severity >= .s3)
  }
}
