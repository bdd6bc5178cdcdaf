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
}
