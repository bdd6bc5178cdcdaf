import Testing

@testable import Fetch

@Suite struct BodyBudgetTests {
  private static let eight = 8 << 20

  @Test func reading_whenBodiesReachTheLimit_isTheOldestTransfersAlone() {
    var budget = BodyBudget(limit: 4 * Self.eight)
    for _ in 0..<3 { _ = budget.grow(by: Self.eight) }
    #expect(budget.reading == .all)
    #expect(budget.grow(by: Self.eight) == Self.eight)
    #expect(budget.reading == .oldest)
  }

  @Test func reading_whenEndedBodiesAreStillKept_isNobodys() {
    var budget = BodyBudget(limit: 4 * Self.eight)
    for _ in 0..<4 { _ = budget.grow(by: Self.eight) }
    budget.end(Self.eight, isHandedOut: true)
    #expect(budget.reading == .none)
    budget.takeBack(Self.eight)
    #expect(budget.reading == .oldest)
  }

  @Test func reading_onceClosed_isOpenedWithAQuarterFree() {
    var budget = BodyBudget(limit: 100)
    _ = budget.grow(by: 100)
    budget.end(25, isHandedOut: false)
    #expect(budget.reading == .oldest)
    budget.end(1, isHandedOut: false)
    #expect(budget.reading == .all)
    #expect(budget.grow(by: 5, wishing: 25) == 25)
    #expect(budget.reading == .all)
  }

  @Test func growth_whenReadingIsClosed_isTheLeastOnlyAndNoneBeyondTheMost() {
    var budget = BodyBudget(limit: 100)
    #expect(budget.grow(by: 10, wishing: 90) == 90)
    #expect(budget.grow(by: 10, wishing: 40) == 40)
    #expect(budget.grow(by: 10, wishing: 20) == 10)
    #expect(budget.grow(by: 11) == nil)
    #expect(budget.taken == 140)
  }

  @Test func growth_whenEveryTransferGrowsAtOnce_staysWithinHalfAsMuchAgain() {
    var budget = BodyBudget(limit: 64 << 20)
    var most = 0
    var seed: UInt64 = 7
    var arriving: [Int] = []
    var kept: [Int] = []
    for _ in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bytes = Int(seed >> 41)
      switch seed >> 33 & 3 {
      case 0, 1:
        if let grown = budget.grow(by: bytes) { arriving.append(grown) }
      case 2:
        guard let body = arriving.popLast() else { continue }
        budget.end(body, isHandedOut: bytes.isMultiple(of: 2))
        if bytes.isMultiple(of: 2) { kept.append(body) }
      default: if let body = kept.popLast() { budget.takeBack(body) }
      }
      most = max(most, budget.taken)
      #expect(budget.taken == arriving.reduce(0, +) + kept.reduce(0, +))
    }
    #expect(most > 64 << 20 && most <= 96 << 20)
    for body in arriving { budget.end(body, isHandedOut: false) }
    for body in kept { budget.takeBack(body) }
    #expect(budget.taken == 0 && budget.reading == .all)
  }
}
