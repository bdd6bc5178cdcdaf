import Testing

@testable import Fetch

@Suite struct FoldedBytesTests {
  private let page = FoldedBytes(Array("<Title>Đang TẢI</TITLE><p>".utf8))

  @Test func contains_whateverTheCase_findsTheName() {
    #expect(page.contains("<title>"))
    #expect(page.contains("</title>"))
    #expect(!page.contains("<script"))
  }

  @Test func end_whenTheNameStandsTwice_isOfTheFirstAtOrAfterThePlace() {
    #expect(page.end(of: "title", from: 0) == 6)
    #expect(page.end(of: "title", from: 2).map { $0 > 20 } == true)
    #expect(page.end(of: "title", from: page.bytes.count) == nil)
    #expect(page.end(of: "<p>", from: 0) == page.bytes.count)
  }

  @Test func has_atTheEdges_readsNothingBeyond() {
    #expect(page.has("<title", at: 0))
    #expect(page.has("p>", at: page.bytes.count - 2))
    #expect(!page.has("p>x", at: page.bytes.count - 2))
    #expect(!page.has("p", at: page.bytes.count))
    #expect(!page.has("p", at: page.bytes.count + 1))
    #expect(!FoldedBytes([]).contains("p"))
  }
}
