import Detect
import Testing

@Suite struct CommonWireTests {
  private let report = "Mưa lớn làm sạt lở đường vào xã Nà Loa\n\nĐoàn cứu hộ đã mở lối cho hai thôn bị cô lập."

  private func wire(_ a: (text: String, author: String?), _ b: (text: String, author: String?)) -> String? {
    func side(_ side: (text: String, author: String?)) -> (text: SlicedText, author: String?) {
      (SlicedText(side.text, SyllableText(side.text)), side.author)
    }
    return CommonWire.of(side(a), side(b))
  }

  @Test func of_whenOneNamesTheAgencyInItsBylineAndOneAtItsEnd_isTheAgency() {
    #expect(wire((report, "Hà An (TTXVN)"), (report + "\nTheo Thông tấn xã Việt Nam", nil)) == "TTXVN")
  }

  @Test func of_whenOneSideAloneNamesAnAgency_isNil() {
    #expect(wire((report + "\n(Theo Reuters)", nil), (report, "Hà An")) == nil)
  }

  @Test func of_whenEachNamesAnotherAgency_isNil() {
    #expect(wire((report + "\n(Theo Reuters)", nil), (report + "\n(Theo AFP)", nil)) == nil)
  }

  @Test func of_whenTheAgencyOnlyTookThePicture_isNil() {
    #expect(wire((report + "\nẢnh: Reuters", nil), (report + "\n(Theo Reuters)", nil)) == nil)
  }
}
