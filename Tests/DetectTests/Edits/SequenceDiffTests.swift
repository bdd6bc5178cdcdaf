import Testing

@testable import Detect

@Suite struct SequenceDiffTests {
  /// A sequence of many repeated elements, as syllables are.
  private func syllables(_ count: Int, seed: UInt64) -> [Int] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int(state >> 40) & 0xFFF
      return value * value >> 14
    }
  }

  private func applied(_ hunks: [SequenceDiff.Hunk], to before: [Int], _ after: [Int]) -> [Int] {
    var out: [Int] = []
    var at = 0
    for hunk in hunks {
      out += before[at..<hunk.before.lowerBound] + after[hunk.after]
      at = hunk.before.upperBound
    }
    return out + before[at...]
  }

  @Test(arguments: [100, 1_500, 6_000])
  func hunks_whenApplied_giveTheOther(count: Int) {
    let before = syllables(count, seed: 3)
    let noise = syllables(count, seed: 9)
    let after = zip(before, noise).enumerated().flatMap { index, pair in
      noise[index] % 11 == 0 ? [pair.1] : noise[index] % 13 == 0 ? [] : [pair.0]
    }
    let hunks = SequenceDiff.hunks(before, after)
    #expect(applied(hunks, to: before, after) == after)
    let changed = hunks.reduce(0) { $0 + $1.before.count + $1.after.count }
    #expect(changed < count / 2)
  }

  @Test func hunks_whenALongTextIsTheSame_areNone() {
    let text = syllables(8_000, seed: 5)
    #expect(SequenceDiff.hunks(text, text).isEmpty)
  }

  @Test func hunks_whenOneElementOfALongTextChanges_areThatOne() {
    let before = syllables(8_000, seed: 5)
    var after = before
    after[4_321] = -1
    #expect(SequenceDiff.hunks(before, after) == [.init(before: 4_321..<4_322, after: 4_321..<4_322)])
  }

  @Test func hunks_whenHalvesChangePlaces_stillGiveTheOther() {
    let before = syllables(6_000, seed: 7)
    let after = Array(before[3_000...] + before[..<3_000])
    #expect(applied(SequenceDiff.hunks(before, after), to: before, after) == after)
  }
}
