import Testing

@testable import Archive

@Suite struct MergePlanTests {
  @Test func next_whenFewAreOfASize_isNone() {
    #expect(MergePlan.next([]).isEmpty)
    #expect(MergePlan.next([5_000, 5_000, 5_000, 20_000, 20_000, 80_000]).isEmpty)
  }

  @Test func next_whenFourAreOfASize_isThose() {
    #expect(MergePlan.next([5_000, 20_000, 5_000, 5_000, 320_000, 5_000]) == [0, 2, 3, 5])
  }

  @Test func next_whenTheSumFillsLevelAfterLevel_takesThemAlong() {
    let sizes = [5_000, 5_000, 5_000, 5_000, 20_000, 20_000, 20_000, 80_000, 80_000, 80_000]
    #expect(MergePlan.next(sizes + [320_000]) == Array(sizes.indices))
    #expect(MergePlan.next(Array(sizes.dropLast()) + [320_000]) == Array(0..<7))
  }

  @Test func next_whenTinySegmentsStayInTheirLevel_isThoseAlone() {
    #expect(MergePlan.next([256, 256, 256, 256, 20_000, 20_000, 20_000]) == [0, 1, 2, 3])
  }

  @Test func next_whileAMillionDocumentsCome_keepsSegmentsFewAndWritesEachDocumentSeldom() {
    var sizes: [Int] = []
    var written = 0
    for _ in 0..<200 {
      sizes.append(5_120)
      while case let chosen = MergePlan.next(sizes), !chosen.isEmpty {
        let sum = chosen.reduce(0) { $0 + sizes[$1] }
        written += sum
        sizes = sizes.indices.filter { !chosen.contains($0) }.map { sizes[$0] } + [sum]
      }
      #expect(sizes.count <= 12)
    }
    #expect(written < 200 * 5_120 * 5 / 2)
  }
}
