import Detect
import Testing

@Suite struct WinnowingTests {
  private func words(_ range: Range<Int>) -> String { range.map { "chữ\($0)" }.joined(separator: " ") }

  @Test(arguments: 0..<40) func postings_whenThirteenSyllablesAreShared_meet(_ start: Int) {
    let run = words(start..<(start + 13))
    let a = Winnowing.postings(SyllableText(words(1000..<1030) + " " + run + " " + words(2000..<2030)))
    let b = Winnowing.postings(SyllableText(words(3000..<3011) + " " + run + " " + words(4000..<4050)))
    #expect(!Set(a.map(\.hash)).isDisjoint(with: b.map(\.hash)))
  }

  @Test func postings_whenSixSyllables_areOne() {
    #expect(Winnowing.postings(SyllableText(words(0..<6))).map(\.position) == [0])
    #expect(Winnowing.postings(SyllableText(words(0..<5))).isEmpty)
  }

  @Test func postings_whenEverythingRepeats_takeTheRightmost() {
    let text = SyllableText(Array(repeating: "mưa", count: 20).joined(separator: " "))
    #expect(Winnowing.postings(text).map(\.position) == Array(7...14))
  }

  @Test func postings_whenRead_fit48Bits() {
    #expect(Winnowing.postings(SyllableText(words(0..<200))).allSatisfy { $0.hash < 1 << 48 })
  }

  @Test func postings_whenManyAreTaken_areSpreadEvenly() {
    let hashes = Winnowing.postings(SyllableText(words(0..<40_000))).map(\.hash)
    let parts = Dictionary(grouping: hashes) { $0 >> 44 }.mapValues(\.count)
    #expect(parts.count == 16)
    // The least of each window as they are would put a fifth into the first part and none into the last.
    #expect(parts.values.allSatisfy { abs($0 - hashes.count / 16) < hashes.count / 100 })
  }
}
