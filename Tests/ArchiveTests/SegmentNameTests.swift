import News
import Testing

@testable import Archive

@Suite struct SegmentNameTests {
  private let now = Instant(year: 2026, month: 11, day: 25)

  @Test func text_whenMade_isReadBack() {
    let name = SegmentName(number: 7, at: now)
    #expect(name.text == "banluu-20261125000000-00007.warc.gz")
    #expect(SegmentName(name.text)?.number == 7)
  }

  @Test func order_whenTimesGoBackwards_isThatOfTheNumbers() {
    let later = SegmentName(number: 9, at: now)
    let earlier = SegmentName(number: 100_000, at: now + .seconds(-86_400))
    #expect([earlier, later].sorted().map(\.number) == [9, 100_000])
  }

  @Test(arguments: ["lock", "banluu.db", "banluu-x.warc.gz", "banluu-20261125000000-00007.warc", "pages-1.warc.gz"])
  func init_whenTheFileIsNoSegment_isNil(file: String) {
    #expect(SegmentName(file) == nil)
  }
}
