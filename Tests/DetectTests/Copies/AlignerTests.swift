import Detect
import Testing

@Suite struct AlignerTests {
  private func words(_ range: Range<Int>) -> String { range.map { "tiếng\($0)" }.joined(separator: " ") }

  private func align(_ copy: String, _ source: String) -> Alignment {
    Aligner.align(copy: SyllableText(copy), source: SyllableText(source))
  }

  @Test func align_whenTextIsTheSame_isWhole() {
    let result = align(words(0..<50), words(0..<50))
    #expect(result.passages == [Passage(copy: 0..<50, source: 0..<50)])
    #expect(result.matched == 50)
    #expect(result.longest == 50)
    #expect(result.share == 1)
    #expect(result.coverage == 1)
  }

  @Test func align_whenPartIsLifted_findsItsPlace() {
    let result = align(words(100..<140) + " " + words(20..<50) + " " + words(140..<160), words(0..<80))
    #expect(result.passages == [Passage(copy: 40..<70, source: 20..<50)])
    #expect(result.longest == 30)
    #expect(result.share == 30.0 / 90)
    #expect(result.coverage == 30.0 / 80)
  }

  @Test func align_whenWordsAreReplaced_staysOnePassage() {
    let result = align(words(0..<20) + " khác hẳn " + words(22..<40), words(0..<40))
    #expect(result.passages == [Passage(copy: 0..<40, source: 0..<40)])
    #expect(result.longest == 20)
  }

  @Test func align_whenPartsAreShuffled_findsAll() {
    let result = align(words(40..<60) + " " + words(0..<20), words(0..<60))
    #expect(
      result.passages == [Passage(copy: 0..<20, source: 40..<60), Passage(copy: 20..<40, source: 0..<20)])
  }

  @Test func align_whenOnlyAPhraseIsShared_findsNothing() {
    let result = align(words(0..<30) + " ủy ban nhân dân tỉnh", words(50..<80) + " ủy ban nhân dân tỉnh")
    #expect(result.passages.isEmpty)
    #expect(result.longest == 5)
  }

  @Test func align_whenATextIsEmpty_findsNothing() {
    #expect(align("", words(0..<9)).matched == 0)
    #expect(align(words(0..<9), "").share == 0)
  }
}
