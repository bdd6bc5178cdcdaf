import Parse
import Testing

struct TextDecoderTests {
  private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

  @Test func decode_whenLabelIsFalse_trustsValidUTF8() {
    let bytes = Array("<?xml version='1.0' encoding='utf-16'?><a>Bảo</a>".utf8)
    let decoded = TextDecoder.decode(bytes, contentType: "text/xml; charset=iso-8859-1")
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.step == .validUTF8)
  }

  @Test func decode_whenUTF16HasMark_readsIt() {
    let wide: [UInt8] = "Bảo".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + wide
    #expect(text(TextDecoder.decode(bytes, contentType: nil)) == "Bảo")
  }

  @Test func decode_whenWindows1258IsDeclared_joinsTheMarks() {
    // "Việt" with ê (EA) and the combining dot below (F2).
    let bytes = Array("<?xml version='1.0' encoding='windows-1258'?><a>Vi".utf8) + [0xEA, 0xF2] + Array("t</a>".utf8)
    let decoded = TextDecoder.decode(bytes, contentType: nil)
    #expect(decoded.step == .declared)
    #expect(Array(text(decoded).unicodeScalars).contains("ệ"))
  }

  @Test func decode_whenNothingIsDeclared_guessesVietnamese() {
    let decoded = TextDecoder.decode([0x56, 0x69, 0xEA, 0xF2, 0x74], contentType: nil)
    #expect(decoded.encoding == "windows-1258")
    #expect(decoded.step == .guessed)
  }

  @Test func decode_whenAFewBytesAreBad_repairsAndSaysSo() {
    let bytes = Array(String(repeating: "Bão số 3 đổ bộ. ", count: 30).utf8) + [0xFF]
    let decoded = TextDecoder.decode(bytes, contentType: "text/html; charset=utf-8")
    #expect(decoded.step == .repaired)
    #expect(decoded.damaged)
    #expect(text(decoded).hasSuffix("\u{FFFD}"))
  }

  @Test func decode_dropsControlsAndKeepsLineEnds() {
    #expect(text(TextDecoder.decode(Array("a\u{1}b\u{0}\tc\n".utf8), contentType: nil)) == "ab\tc\n")
  }

  @Test(
    arguments: [
      [0xED, 0xA0, 0x80], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF],
      [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func decode_whenASequenceIsASurrogateOrOverlong_replacesIt(bad: [UInt8]) {
    let filling = Array(String(repeating: "Lũ ống ", count: 200).utf8)
    let decoded = TextDecoder.decode(filling + bad + filling, contentType: "text/xml; charset=utf-8")
    #expect(decoded.step == .repaired)
    #expect(decoded.damaged)
    #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
    #expect(!text(decoded).contains("/"))
  }

  @Test func decode_whenZeroBytesStandInUTF8_dropsThem() {
    let decoded = TextDecoder.decode(Array("<a>\u{0}Lũ\u{0}</a>".utf8), contentType: nil)
    #expect(text(decoded) == "<a>Lũ</a>")
    #expect(decoded.step == .validUTF8)
  }

  /// One text, written in every way outlets write it.
  @Test(arguments: [
    ("utf-8", DecodedText.Step.validUTF8), ("utf-8 mark", .bom), ("utf-8 parted", .validUTF8), ("utf-16le mark", .bom),
    ("utf-16be mark", .bom), ("utf-16le", .declared), ("utf-16be", .declared), ("windows-1258 header", .http),
    ("windows-1258", .declared), ("windows-1258 unsaid", .guessed),
  ])
  func decode_whateverTheEncoding_givesTheSameText(form: String, step: DecodedText.Step) throws {
    let words = "Nước lũ dâng nhanh ở Hà Giang"
    let decoded = TextDecoder.decode(
      try EncodedSample.bytes(of: words, form),
      contentType: form.hasSuffix("header") ? "text/xml; charset=windows-1258" : nil)
    #expect(text(decoded).unicodeScalars.suffix(words.unicodeScalars.count).elementsEqual(words.unicodeScalars))
    #expect(decoded.step == step)
    #expect(!decoded.damaged)
  }
}
