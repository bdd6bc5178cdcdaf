import News
import Testing

@testable import Archive
@testable import Poll

@Suite struct IntakeTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let old = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: ["Có 3 người bị thương."])
  private let new = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: ["Có 5 người bị thương."])

  private func prior(_ state: Prior.State = .live, pending: Prior.Pending? = nil, goneSince: Instant? = nil) -> Prior {
    let version = Prior.Version(number: 1, hash: old.hash, origin: .page, modified: nil, published: nil)
    return Prior(
      article: 1, state: state, versions: [version], current: 1, text: old, pending: pending, goneSince: goneSince,
      goneHow: nil, step: 3, isGrave: false)
  }

  private func look(_ outcome: Look.Outcome) -> Look { Look(article: 1, at: now, outcome: outcome) }

  @Test func decide_whenANumberChanged_isAnEditThatWaits() throws {
    let decision = Intake(FeedsFile()).decide(prior(), look(.live(PageSeen(text: new))))
    let event = try #require(decision.events.first)
    #expect(event.kind == "edited")
    #expect(event.severity == .s4)
    #expect(event.classes == [.number])
    #expect(!event.confirmed)
    #expect(decision.nextLook == now + .seconds(600))
    #expect(decision.step == 0)
  }

  @Test func decide_whenTheWordsAreTheSame_makesNothing() {
    let decision = Intake(FeedsFile()).decide(prior(), look(.live(PageSeen(text: old))))
    #expect(decision.events.isEmpty)
    #expect(decision.step == 4)
    #expect((Duration.seconds(5760)...Duration.seconds(8640 * 2)).contains(decision.nextLook - now))
  }

  @Test func decide_whenBlocked_isNeverGone() {
    let decision = Intake(FeedsFile()).decide(prior(), look(.blocked("403")))
    #expect(decision.state == .live)
    #expect(decision.events.isEmpty)
  }

  @Test func decide_whenGoneForTheFirstTime_waitsForGoneAfter() {
    let decision = Intake(FeedsFile()).decide(prior(), look(.gone(how: "404")))
    #expect(decision.state == .missing)
    #expect(decision.events.isEmpty)
    #expect(decision.nextLook == now + .seconds(6 * 3600))
  }

  @Test func decide_whenStillGoneAfterTheWait_isDeleted() {
    let before = prior(.missing, goneSince: now + .seconds(-7 * 3600))
    let decision = Intake(FeedsFile()).decide(before, look(.gone(how: "404")))
    #expect(decision.events.map(\.kind) == ["deleted"])
  }

  @Test func decide_whenADeletedArticleAnswersAgain_isRestored() {
    let decision = Intake(FeedsFile()).decide(prior(.gone), look(.unchanged))
    #expect(decision.events.map(\.kind) == ["restored"])
  }

  @Test func decide_whenAPendingEditIsSeenAgain_confirmsIt() {
    let pending = Prior.Pending(event: 9, from: 0, to: 1, since: now + .seconds(-601))
    let decision = Intake(FeedsFile()).decide(prior(pending: pending), look(.unchanged))
    #expect(decision.confirms == [9])
  }

  @Test func decide_whenAPendingEditIsTakenBack_withdrawsIt() {
    var before = prior(pending: Prior.Pending(event: 9, from: 1, to: 2, since: now + .seconds(-60)))
    before.versions.append(.init(number: 2, hash: new.hash, origin: .page, modified: nil, published: nil))
    before.current = 2
    before.text = new
    let decision = Intake(FeedsFile()).decide(before, look(.live(PageSeen(text: old))))
    #expect(decision.withdraws == [9])
    #expect(decision.events.isEmpty)
  }
}
