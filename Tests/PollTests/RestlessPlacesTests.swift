import Archive
import Testing

@testable import Poll

@Suite struct RestlessPlacesTests {
  private let place: UInt64 = 0xA5
  private let boxes = [
    "Câu hay hôm nay: học thầy không tày học bạn.", "Giá cam sành tại vườn lên cao nhất từ đầu vụ.",
    "Mời xem phiên chợ vùng cao vào tối thứ bảy.",
  ]
  private let neighbours: [[String: UInt64]] = [["Đi một ngày đàng.": 0xA5], ["Uống nước nhớ nguồn.": 0xA5]]

  private func marks(_ shown: [String], others: [[String: UInt64]]? = nil) -> Set<FurnitureMark> {
    RestlessPlaces.marks(shown.map { [$0: place] }, others: others ?? neighbours)
  }

  @Test func marks_whenABoxSaysSomethingElseAtEachLook_areItsPlace() {
    #expect(marks(boxes) == [FurnitureMark(.place, "a5")])
  }

  @Test func marks_whenItChangedOnlyTwice_areNone() { #expect(marks(Array(boxes.prefix(2))).isEmpty) }

  @Test func marks_whenTheBoxIsOfThisArticleAlone_areNone() {
    #expect(marks(boxes, others: [[:], ["Tin": 7]]).isEmpty)
  }

  @Test func marks_whenACaptionIsEditedAgainAndAgain_areNone() {
    let captions = ["ba", "bốn", "năm"].map { "Lực lượng chức năng đưa \($0) người ra khỏi vùng lũ." }
    #expect(marks(captions).isEmpty)
  }

  @Test func marks_whenACreditChanges_areNone() {
    #expect(marks(["Theo Báo Suối Nậm", "Nguồn: Thông tấn xã Việt Nam", "Theo Đài Nà Phầy"]).isEmpty)
  }

  @Test func marks_whenTheFirstWordsCameBack_areNone() { #expect(marks([boxes[0], boxes[1], boxes[0]]).isEmpty) }
}
