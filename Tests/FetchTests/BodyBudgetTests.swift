import Testing

@testable import Fetch

@Suite struct BodyBudgetTests {
  private static let longest = 1 << 20

  private func budget() -> BodyBudget { BodyBudget(limit: 4 << 20, longest: Self.longest) }

  private func begin(_ budget: inout BodyBudget, _ bytes: Int = longest, whole: Bool) -> BodyBudget.Grant? {
    budget.begin(bytes, whole: whole)
  }

  private func grow(_ budget: inout BodyBudget, _ grant: inout BodyBudget.Grant, by bytes: Int) -> Bool {
    budget.grow(&grant, by: bytes)
  }

  @Test func begin_whenLessThanHalfIsTaken_grantsAShare() {
    var budget = budget()
    #expect(begin(&budget, Self.longest, whole: false)?.bytes == BodyBudget.share)
    #expect(begin(&budget, 1000, whole: false)?.bytes == 1000)
  }

  @Test func begin_whenHalfIsTaken_waitsUntilSomethingIsGivenBack() {
    var budget = budget()
    var grants: [BodyBudget.Grant] = []
    while let grant = budget.begin(Self.longest, whole: false) { grants.append(grant) }
    #expect(grants.count == (2 << 20) / BodyBudget.share)
    budget.takeBack(grants.removeLast())
    #expect(begin(&budget, Self.longest, whole: false) != nil)
    #expect(begin(&budget, Self.longest, whole: false) == nil)
  }

  @Test func grow_whenTheLimitWouldBePassed_addsNothing() throws {
    var budget = budget()
    var grant = try #require(begin(&budget, whole: false))
    let rest = (4 << 20) - grant.bytes
    #expect(!grow(&budget, &grant, by: rest + 1))
    #expect(grant.bytes == BodyBudget.share)
    #expect(grow(&budget, &grant, by: rest))
    #expect(grant.bytes == 4 << 20)
  }

  @Test func begin_whenAskedForTheWholeLength_takesItFromTheReserve() throws {
    var budget = budget()
    var all = try #require(begin(&budget, whole: false))
    #expect(grow(&budget, &all, by: (4 << 20) - all.bytes))
    let first = try #require(begin(&budget, whole: true))
    #expect(first.bytes == Self.longest)
    #expect(begin(&budget, Self.longest, whole: true) != nil)
    #expect(begin(&budget, Self.longest, whole: true) == nil)
    budget.takeBack(first)
    #expect(begin(&budget, Self.longest, whole: true) != nil)
  }

  @Test func grow_whenTheGrantIsWhole_addsNothing() throws {
    var budget = budget()
    var whole = try #require(begin(&budget, whole: true))
    #expect(!grow(&budget, &whole, by: 1))
  }

  @Test func shrink_whenTheBodyWasShort_freesTheRest() throws {
    var budget = budget()
    var whole = try #require(begin(&budget, whole: true))
    _ = budget.begin(Self.longest, whole: true)
    budget.shrink(&whole, to: 1000)
    #expect(whole.bytes == 1000)
    #expect(budget.begin(Self.longest - 1000, whole: true) != nil)
    #expect(begin(&budget, 1, whole: true) == nil)
  }
}
