import Archive
import News
import Testing

@testable import Poll

@Suite struct GoneGuardTests {
  private let now = Instant(seconds: 1_790_000_000)

  private func look(_ article: Int64, _ outcome: Look.Outcome) -> Look {
    Look(article: article, at: now, outcome: outcome)
  }

  private func url(_ number: Int64) -> String { "https://bao.example/tin/bai-\(number).html" }

  private func outcomes(_ looks: [Look]) -> [String] { looks.map(\.outcome.name) }

  @Test func judged_whenOneOfManyIsGone_isGone() {
    var guarded = GoneGuard()
    guarded.note(look(1, .gone(how: "404")), url: url(1))
    for number in Int64(2)...9 { guarded.note(look(number, .unchanged), url: url(number)) }
    #expect(guarded.unproven.isEmpty)
    #expect(outcomes(guarded.judged(refuted: [])) == ["gone"])
  }

  @Test func judged_whenNothingOfTheFamilyAnswers_waitsForAControl() {
    var guarded = GoneGuard()
    guarded.note(look(1, .gone(how: "404")), url: url(1))
    guarded.note(look(2, .unchanged), url: "https://bao.example/anh/2")
    #expect(guarded.unproven.count == 1)
    #expect(
      outcomes(guarded.judged(refuted: [AddressFamily(url(1))])) == ["failed(404, but nothing else answers either)"])
  }

  @Test func judged_whenHalfOfAFamilyWentTogether_isLost() {
    var guarded = GoneGuard()
    for number in Int64(1)...5 { guarded.note(look(number, .gone(how: "404")), url: url(number)) }
    for number in Int64(6)...10 { guarded.note(look(number, .unchanged), url: url(number)) }
    #expect(outcomes(guarded.judged(refuted: [])) == Array(repeating: "lost", count: 5))
  }

  @Test func judged_whenTheOthersWentEarlierThatDay_isLost() {
    var guarded = GoneGuard()
    guarded.note(look(1, .gone(how: "404")), url: url(1))
    guarded.remember((Int64(2)...5).map { ($0, url($0), "gone") })
    #expect(outcomes(guarded.judged(refuted: [])) == ["lost"])
  }

  @Test func judged_whenFewWentAmongManyThatDay_isGone() {
    var guarded = GoneGuard()
    guarded.note(look(1, .gone(how: "404")), url: url(1))
    guarded.remember((Int64(2)...6).map { ($0, url($0), "gone") } + (Int64(7)...20).map { ($0, url($0), "live") })
    #expect(outcomes(guarded.judged(refuted: [])) == ["gone"])
  }

  @Test func remember_whenThisRoundLookedItself_countsOnce() {
    var guarded = GoneGuard()
    for number in Int64(1)...4 { guarded.note(look(number, .gone(how: "404")), url: url(number)) }
    guarded.remember((Int64(1)...4).map { ($0, url($0), "gone") })
    #expect(outcomes(guarded.judged(refuted: [])) == Array(repeating: "gone", count: 4))
  }
}
