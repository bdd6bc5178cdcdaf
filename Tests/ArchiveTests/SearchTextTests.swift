import Testing

@testable import Archive

@Suite struct SearchTextTests {
  private func folded(_ utf8: [UInt8]) -> String {
    var result: [UInt8] = []
    utf8.withUnsafeBufferPointer { SearchText.appendBare($0, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  @Test func appendBare_whenLettersHaveMarksApart_dropsThem() {
    #expect(folded(Array("Đường Hoa\u{300} ƯỚC 12\u{A0}😀".utf8)) == "duong hoa uoc 12\u{A0}😀")
  }

  @Test func appendBare_whenBytesAreNoUTF8_putsTheSignOfThatAndGoesOn() {
    #expect(folded([0x41, 0xE1, 0xBA]) == "a\u{FFFD}\u{FFFD}")
    #expect(folded([0xFF, 0x42, 0xC0, 0x80]) == "\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(folded([0xED, 0xA0, 0x80]) == "\u{FFFD}")
  }
}
