import Detect
import News
import Testing

@Suite struct AlteredFactsTests {
  private let source = """
    Sáng nay, ông Trần Văn Hải cho biết vụ cháy chợ huyện làm 12 người bị thương và thiêu rụi 300 gian hàng. \
    Cơ quan công an đã khởi tố vụ án và đang làm rõ nguyên nhân vụ cháy xảy ra vào đêm 12/3 vừa qua.
    """

  private func text(_ body: String) -> ArticleText {
    ArticleText(title: "", summary: "", paragraphs: body.split(separator: "\n").map(String.init))
  }

  private func compare(_ copy: String, _ source: String) -> (classes: [ChangeClass], changes: [Change]) {
    let (copy, source) = (text(copy).whole, text(source).whole)
    let (a, b) = (SyllableText(copy), SyllableText(source))
    return AlteredFacts.compare(
      copy: SlicedText(copy, a), source: SlicedText(source, b), passages: Aligner.align(copy: a, source: b).passages)
  }

  @Test(arguments: [
    ("12 người", "15 người", ChangeClass.number), ("Trần Văn Hải", "Lê Quang Minh", .name),
    ("đã khởi tố", "không khởi tố", .negation), ("đêm 12/3", "đêm 14/3", .date),
  ])
  func compare_whenAFactDiffers_namesIt(_ old: String, _ new: String, _ kind: ChangeClass) {
    let result = compare(source.split(separator: old).joined(separator: new), source)
    #expect(result.classes.contains(kind))
    #expect(result.changes.contains { $0.kind == kind })
  }

  @Test func compare_whenCopyIsVerbatim_isEmpty() {
    #expect(compare(source, source).changes.isEmpty)
    #expect(compare(source + "\nTheo Báo Tỉnh", source).changes.isEmpty)
  }

  @Test func compare_whenSpellingIsAnotherHouses_isEmpty() {
    #expect(compare(source.uppercased(), source).changes.isEmpty)
  }

  @Test func compare_whenLiftStandsAmongOtherText_looksOnlyInside() {
    let host = "Ngày 5/9, huyện Mai Sơn không tổ chức hội chợ cho 40 doanh nghiệp."
    #expect(compare(host + "\n" + source + "\n" + host, source + "\nBà Lan bán 7 con trâu.").changes.isEmpty)
  }

  @Test func compare_whenTheFirstWordOfATitleDiffers_namesIt() {
    let title = "người bị thương trong vụ cháy chợ huyện\n"
    #expect(compare("15 " + title + source, "12 " + title + source).classes == [.number])
  }

  @Test func compare_whenTitleIsTheHostsOwn_isEmpty() {
    #expect(compare("Chợ Mai Sơn 5 lần cháy\n" + source, "Cháy chợ ở Hà Nam\n" + source).changes.isEmpty)
  }
}
