import Detect
import Testing

@Suite struct SyllableTextTests {
  @Test(arguments: [
    ("Hòa bình", "HOÀ BÌNH"), ("Lý Thường Kiệt", "Lí Thường Kiệt"), ("quý hiếm", "quí hiếm"),
    ("Đà Nẵng", "Ðà Nẵng"), ("Tiếng Việt", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"), ("thủy điện", "thuỷ điện"),
    ("ngân\u{AD}hàng", "ngânhàng"), ("25/2", "25-2"),
  ])
  func codes_whenHouseStylesDiffer_agree(_ a: String, _ b: String) {
    #expect(SyllableText(a).codes == SyllableText(b).codes)
  }

  @Test(arguments: [("ma", "mà"), ("ma", "mă"), ("số 12", "số 13"), ("da", "đa"), ("tay", "tai"), ("tuý", "túi")])
  func codes_whenWordsDiffer_differ(_ a: String, _ b: String) {
    #expect(SyllableText(a).codes != SyllableText(b).codes)
  }

  @Test func offsets_whenMarksCombine_countScalars() {
    let text = SyllableText("“Ha\u{300} Nội”, 3,2 tỷ")
    #expect(text.codes.indices.map(text.start) == [1, 5, 11, 13, 15])
    #expect(text.codes.indices.map(text.end) == [4, 8, 12, 14, 17])
  }

  @Test func codes_whenTextHasNoWords_areEmpty() {
    #expect(SyllableText(" — … \u{200B}").codes.isEmpty)
  }
}
