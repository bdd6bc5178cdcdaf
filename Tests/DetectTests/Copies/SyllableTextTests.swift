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

  /// Archives keep fingerprints made of these.
  @Test func codes_whenReadByAnyVersion_areTheSame() {
    let codes: [UInt64] = [
      0x1496_9db2_4341_854d, 0x5237_fa8c_1fb3_bfef, 0x32d0_e529_5dfa_3e6e, 0xf4a0_8055_be1f_61ff,
      0x27a1_6d71_456b_5f1a, 0x8dc9_263c_0ed1_d12e,
    ]
    #expect(SyllableText("Kỹ sư quý Đào, tie\u{302}\u{301}ng 25").codes == codes)
    #expect(SyllableText("ρ\u{1F00}ρ").codes.count == 2)
  }

  @Test func codes_whenScalarsTakeFourBytes_areKept() {
    let text = SyllableText("a𝟙b 😀 𠀀")
    #expect(text.codes.indices.map { text.start($0)..<text.end($0) } == [0..<3, 6..<7])
  }
}
