import Foundation
import News
import Testing

struct CanonicalTextTests {
  @Test(arguments: [
    ("a\u{0300} la\u{0301}", "à lá"), ("  mưa \n\t to ", "mưa to"), ("mưa\u{00A0}to", "mưa to"),
    ("m\u{00AD}ưa\u{200B} to\u{FEFF}", "mưa to"), ("sạch rồi", "sạch rồi"), ("“Giữ, nguyên!”", "“Giữ, nguyên!”"),
    ("", ""), ("   ", ""), ("o\u{0340}", "ò"), ("a\u{85}\u{93}b\u{94}", "a…“b”"), ("1.000 ₫", "1.000 ₫"),
    ("a \u{81} b", "a b"), ("a\u{2028}\u{205F}b", "a b"), ("\u{1100}\u{1161}", "\u{AC00}"), ("ni\u{1}\u{7F}", "ni"),
  ])
  func of_whenText_isExactBytes(text: String, expected: String) {
    #expect(Array(CanonicalText.of(text).utf8) == Array(expected.utf8))
  }

  @Test func of_whenParagraphsAreEmpty_dropsThem() {
    let text = ArticleText(title: " A ", summary: "", paragraphs: ["", "\u{200B} ", "B"])
    #expect(CanonicalText.of(text) == ArticleText(title: "A", summary: "", paragraphs: ["B"]))
  }

  @Test(arguments: [
    ("Một.\nHai ba.", "Một.\nHai ba."), ("", ""), ("\n", ""), ("Một\n\nHai\n", "Một\nHai"), ("Một \nHai", "Một\nHai"),
    (" Một\r\nHai", "Một\nHai"), ("Một\u{85}Hai\u{2028}ba\u{2029}bốn", "Một\nHai\nba\nbốn"),
    ("Mô\u{323}t\u{A0}đoạn\n\u{200B} \nHai", "Một đoạn\nHai"), ("Một\u{B}Hai\u{C}ba", "Một\nHai\nba"),
    ("≥ 3\n😀", "≥ 3\n😀"),
  ])
  func body_whenText_isExactBytes(text: String, expected: String) {
    #expect(CanonicalText.body(Array(text.utf8).span).map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test(
    arguments: [
      [0x61, 0xC3], [0xC3, 0x61], [0xE1, 0xBA], [0xE1, 0xBA, 0x61], [0xE2, 0x80], [0xE2, 0x82, 0x0A],
      [0xC3, 0x0A, 0xA0],
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF], [0xC2], [0x61, 0x0A, 0xE1],
    ] as [[UInt8]]) func body_whenBytesAreNoUTF8_isNil(bytes: [UInt8])
  {
    #expect(CanonicalText.body(bytes.span) == nil)
  }

  /// Every scalar, at the start, within and at the end of a word: the short way and the long way agree.
  @Test func of_whenAScalarStandsAnywhere_isCanonicalForm() {
    for value in UInt32(0x20)...0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "\(scalar)a", "a\(scalar)", "a\(scalar)b"] {
        var line: [UInt8] = []
        CanonicalText.append(ArraySlice(text.utf8), to: &line, startingAt: 0)
        while line.last == 0x20 { line.removeLast() }
        let expected = String(decoding: line, as: UTF8.self).precomposedStringWithCanonicalMapping
        #expect(Array(CanonicalText.of(text).utf8) == Array(expected.utf8), "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func paragraphs_whenChanged_areTheBody() {
    var text = ArticleText(title: "A", summary: "", paragraphs: ["Một", "Hai"])
    #expect(text.body == "Một\nHai")
    text.paragraphs.removeFirst()
    #expect(text == ArticleText(title: "A", summary: "", body: "Hai"))
    text.paragraphs = []
    #expect(text.body.isEmpty && text.paragraphs.isEmpty && text.whole == "A\n\n")
  }
}
