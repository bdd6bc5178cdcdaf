import Detect
import News
import Testing

struct CanonicalTextTests {
  @Test(arguments: [
    ("a\u{0300} la\u{0301}", "à lá"), ("  mưa \n\t to ", "mưa to"), ("mưa\u{00A0}to", "mưa to"),
    ("m\u{00AD}ưa\u{200B} to\u{FEFF}", "mưa to"), ("sạch rồi", "sạch rồi"), ("“Giữ, nguyên!”", "“Giữ, nguyên!”"),
    ("", ""), ("   ", ""), ("o\u{0340}", "ò"),
  ])
  func canonical_whenText_isExactBytes(text: String, expected: String) {
    #expect(Array(CanonicalText.canonical(text).utf8) == Array(expected.utf8))
  }

  @Test func canonical_whenParagraphsAreEmpty_dropsThem() {
    let text = ArticleText(title: " A ", summary: "", paragraphs: ["", "\u{200B} ", "B"])
    #expect(CanonicalText.canonical(text) == ArticleText(title: "A", summary: "", paragraphs: ["B"]))
  }
}
