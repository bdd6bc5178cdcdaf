import Testing

@testable import Parse

struct TextScanTests {
  /// The same bytes at every offset to the words the scan reads, alone and with text behind them.
  private func everywhere(_ bytes: [UInt8], _ check: (TextScan) -> Bool) -> Bool {
    let sentence = Array("Bão số 3 đổ bộ vào Hạ Long lúc 8 giờ, gây mưa to ở nhiều nơi trong tỉnh Quảng Ninh".utf8)
    return (0..<72).allSatisfy { offset in
      let start = sentence.prefix(offset)
      let isWhole = String(validating: start, as: UTF8.self) != nil
      let filling = isWhole ? Array(start) : [UInt8](repeating: 0x61, count: offset)
      return check(TextScan(filling + bytes)) && check(TextScan(filling + bytes + sentence))
    }
  }

  @Test(arguments: ["Bảo", "a\n\tb\r", "đường “phố” …", "😀 và 한국", "\u{FEFF}x", "ｆｕｌｌ", "à"])
  func scan_whenTextIsWellFormed_saysSo(text: String) {
    #expect(everywhere(Array(text.utf8)) { $0.isUTF8 && !$0.hasForbidden && !$0.hasMarks })
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE1, 0xBA, 0x20], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE1, 0xBA, 0x20],
    ] as [[UInt8]])
  func scan_whenSequenceIsMalformed_saysSo(bytes: [UInt8]) {
    #expect(everywhere(bytes) { !$0.isUTF8 })
  }

  @Test func scan_whenTextIsCutInsideALetter_saysSo() {
    for length in 1...2 { #expect(!TextScan(Array("12345ả".utf8.prefix(5 + length))).isUTF8) }
  }

  @Test(arguments: ["\u{0}", "\u{1F}", "\u{B}", "\u{FFFE}", "\u{FFFF}"])
  func scan_whenCharacterIsForbidden_saysSo(text: String) {
    #expect(everywhere(Array(text.utf8)) { $0.isUTF8 && $0.hasForbidden })
  }

  @Test func scan_whenMarksAreApart_saysSo() {
    #expect(everywhere(Array("e\u{302}\u{323}".utf8)) { $0.isUTF8 && $0.hasMarks })
  }
}
