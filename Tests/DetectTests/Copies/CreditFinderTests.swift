import Detect
import News
import Testing

@Suite struct CreditFinderTests {
  private func credit(_ paragraphs: [String], author: String? = nil) -> Credit {
    let text = ArticleText(
      title: "Cầu mới thông xe", summary: "Cây cầu bắc qua sông vừa mở cho xe đi.", paragraphs: paragraphs)
    return CreditFinder.find(in: text, author: author, source: ["Báo Tỉnh", "Tỉnh Online", "baotinh.example"])
  }

  @Test(arguments: [
    "Theo Báo Tỉnh", "(Theo Báo Tỉnh)", "Nguồn: Báo Tỉnh", "Minh Anh (theo Tỉnh Online)", "BÁO TỈNH",
    "Cầu dài 300 m, theo Báo Tỉnh.", "Báo Tỉnh đưa tin, cầu dài 300 m.", "Theo baotinh.example",
    "Theo phóng viên Báo Tỉnh, xe đã đi qua cầu.", "Hải Yến/Báo Tỉnh", "Theo tin từ Báo Tỉnh, cầu dài 300 m.",
    "Dẫn nguồn từ Báo Tỉnh, trang này cho biết cầu đã xong.",
  ])
  func find_whenSourceIsNamed_isSource(_ line: String) {
    #expect(credit(["Xe đã đi qua cầu từ sáng sớm.", line]).state == .source)
  }

  @Test(arguments: [
    "Theo TTXVN", "(AFP)", "Cầu dài 300 m, theo Reuters.", "Reuters đưa tin cầu đã thông.", "(Theo Thanh Niên)",
    "Theo hãng tin Xanh Xanh, cầu dài 300 m.", "PV (Theo Báo Huyện)", "Nguồn: TTXVN", "Theo Báo Huyện",
  ])
  func find_whenAnotherIsNamed_isOther(_ line: String) {
    #expect(credit(["Xe đã đi qua cầu từ sáng sớm.", line]).state == .other)
  }

  @Test(arguments: [
    "Theo báo cáo của xã, cầu dài 300 m.", "Cầu mở lúc 7 giờ (theo giờ địa phương).", "Theo Điều 356 Bộ luật Hình sự",
    "Theo Công an tỉnh, không ai bị thương.", "Theo ông Hải, cầu rất đẹp.", "Ảnh: TTXVN", "Theo Sở Giao thông vận tải",
    "Theo nguồn tin riêng, cầu sẽ thu phí.", "Người dân báo tỉnh biết tin.", "Theo đó, xe tải không được qua.",
    "Theo kế hoạch, cầu thứ hai xây năm sau.", "Nguồn nước sông rất sạch.", "Theo dõi tin mới tại đây",
    "Nguồn ảnh: Báo Tỉnh", "Theo UBND tỉnh", "Theo Nghị định 100",
  ])
  func find_whenNobodyIsCredited_isNone(_ line: String) {
    #expect(credit(["Xe đã đi qua cầu từ sáng sớm.", line]).state == .none)
  }

  @Test func find_whenBylineNamesSource_isSource() {
    #expect(credit(["Xe đã đi qua cầu."], author: "PV/Theo Báo Tỉnh").state == .source)
    #expect(credit(["Xe đã đi qua cầu."], author: "Báo Tỉnh").state == .source)
    #expect(credit(["Xe đã đi qua cầu."], author: "Nguyễn Minh").state == .none)
  }

  @Test func find_whenCredited_givesTheWords() {
    #expect(credit(["Xe đã đi qua cầu.", "(Theo Báo Tỉnh)"]).text == "Theo Báo Tỉnh")
  }
}
