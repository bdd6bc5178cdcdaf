import Foundation
import News
import Testing

struct NormalFormTests {
  private func composed(_ text: String) -> String {
    String(decoding: NormalForm.composed(Array(text.utf8)), as: UTF8.self)
  }

  @Test func composed_whenAnyLatinLetterIsDecomposed_agreesWithFoundation() {
    let scalars = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    for scalar in scalars {
      let letter = String(scalar)
      let parts = letter.decomposedStringWithCanonicalMapping
      let expected = Array(letter.precomposedStringWithCanonicalMapping.utf8)
      #expect(Array(composed(parts).utf8) == expected, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func composed_whenMarksStandInAnotherOrder_joinsThem() {
    #expect(Array(composed("Vie\u{302}\u{323}t, Vie\u{323}\u{302}t").utf8) == Array("Việt, Việt".utf8))
  }

  @Test func composed_whenALetterThatIsMarkedBearsAMark_joinsThem() {
    #expect(Array(composed("Viê\u{323}t, tiê\u{301}ng, Xó\u{31B}").utf8) == Array("Việt, tiếng, Xớ".utf8))
  }

  @Test func composed_whenAMarkFollowsMarkup_leavesTheMarkup() {
    #expect(composed("<b>\u{338}a\u{301}</b>").unicodeScalars.elementsEqual("<b>\u{338}á</b>".unicodeScalars))
  }

  @Test func composed_whenNoMarkOccurs_isTheSame() {
    #expect(composed("Đường <i>Hà Nội</i> \u{212B}").unicodeScalars.contains("\u{212B}"))
  }

  @Test func composed_whenALetterBearsAHundredThousandMarks_leavesThem() {
    let text = "e" + String(repeating: "\u{301}\u{323}", count: 50_000) + "a\u{301}"
    #expect(composed(text).unicodeScalars.elementsEqual((text.dropLast() + "á").unicodeScalars))
  }

  @Test func composed_whenMarksOfBothLeadsAlternate_missesNone() {
    // U+0323 begins with CC, U+0345 and U+036F with CD; those two join with no Latin letter.
    let text = "e\u{323} o\u{345} a\u{301} y\u{36F} u\u{31B}\u{323} x\u{345} o\u{302}"
    #expect(composed(text).unicodeScalars.elementsEqual("ẹ o\u{345} á y\u{36F} ự x\u{345} ô".unicodeScalars))
  }
}
