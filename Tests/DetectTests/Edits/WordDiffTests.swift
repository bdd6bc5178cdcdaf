import Detect
import Testing

struct WordDiffTests {
  @Test func runs_whenNumberChanges_keepsItWhole() {
    let runs = WordDiff.runs("Mất 1,5 tỉ đồng rồi", "Mất 15 tỉ đồng rồi")
    #expect(
      runs == [
        Run(kind: .same, text: "Mất"), Run(kind: .removed, text: " 1,5 tỉ đồng"),
        Run(kind: .added, text: " 15 tỉ đồng"), Run(kind: .same, text: " rồi"),
      ])
  }

  @Test func runs_whenJoined_giveTheTextAfter() {
    let after = "Ông Hoà\nđi chợ, mua 3 kg cam."
    let runs = WordDiff.runs("Ông Hòa\nđi chợ bán cam ngọt.", after)
    #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == after)
    #expect(runs.contains { $0.kind == .removed })
  }

  @Test func runs_whenTextsAreEqual_isOneRun() {
    #expect(WordDiff.runs("a b c", "a b c") == [Run(kind: .same, text: "a b c")])
  }
}
