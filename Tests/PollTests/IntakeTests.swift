import News
import Testing

@testable import Archive
@testable import Poll

@Suite struct IntakeTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let old = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: ["Có 3 người bị thương."])
  private let new = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: ["Có 5 người bị thương."])

  private let day: Duration = .seconds(86_400)

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

  @Test func decide_whenThirdWordsComeBeforeConfirming_confirmsThePassedAndWaitsAgain() throws {
    var before = prior(pending: Prior.Pending(event: 9, from: 1, to: 2, since: now + .seconds(-60)))
    before.versions.append(.init(number: 2, hash: new.hash, origin: .page, modified: nil, published: nil))
    before.current = 2
    before.text = new
    let third = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: ["Có 8 người bị thương."])
    let decision = Intake(FeedsFile()).decide(before, look(.live(PageSeen(text: third))))
    #expect(decision.confirms == [9])
    #expect(try #require(decision.events.first).confirmed == false)
  }

  @Test func decide_whenWordsGoBackToAnOlderVersion_revertsWithoutANewOne() throws {
    var before = prior()
    before.versions.append(.init(number: 2, hash: new.hash, origin: .page, modified: nil, published: nil))
    before.current = 2
    before.text = new
    let decision = Intake(FeedsFile()).decide(before, look(.live(PageSeen(text: old))))
    #expect(try #require(decision.events.first).reverts == 1)
    guard case .back(let number) = decision.words else {
      Issue.record("a new version was made")
      return
    }
    #expect(number == 1)
    #expect(try #require(decision.events.first).detail.isEmpty)
  }

  @Test func decide_whenWordsReturnForTheThirdTime_isOscillating() throws {
    var before = prior()
    before.versions.append(.init(number: 2, hash: new.hash, origin: .page, modified: nil, published: nil))
    before.current = 2
    before.text = new
    before.returns = 2
    let decision = Intake(FeedsFile()).decide(before, look(.live(PageSeen(text: old))))
    #expect(try #require(decision.events.first).detail == "oscillating: return 3 to older words")
  }

  @Test func decide_whenTheStatedDateMovesBack_isAnEditOfItsOwn() throws {
    var before = prior()
    before.versions[0].published = now
    var seen = PageSeen(text: old, published: now + day * -1)
    seen.statedPublished = now + day * -1
    let event = try #require(Intake(FeedsFile()).decide(before, look(.live(seen))).events.first)
    #expect(event.kind == "edited")
    #expect(event.severity == .s4)
    #expect(event.classes == [.date])
    #expect(event.detail == "published moved back from \(now.rfc3339) to \((now + day * -1).rfc3339)")
  }

  @Test func decide_whenTheDateMovesForwardOrIsOnlyFound_makesNothing() {
    var before = prior()
    before.versions[0].published = now
    var later = PageSeen(text: old, published: now + day)
    later.statedPublished = now + day
    let found = PageSeen(text: old, published: now + day * -1)
    for seen in [later, found] {
      #expect(Intake(FeedsFile()).decide(before, look(.live(seen))).events.isEmpty)
    }
  }

  @Test func decide_whenAMovedDateIsTakenBack_withdrawsIt() {
    var before = prior(pending: Prior.Pending(event: 9, from: 1, to: 2, since: now + .seconds(-60)))
    before.versions[0].published = now
    before.versions.append(.init(number: 2, hash: old.hash, origin: .page, modified: nil, published: now + day * -1))
    before.current = 2
    var seen = PageSeen(text: old, published: now)
    seen.statedPublished = now
    let decision = Intake(FeedsFile()).decide(before, look(.live(seen)))
    #expect(decision.withdraws == [9])
    #expect(decision.confirms.isEmpty)
  }

  @Test func decide_whenTheBylineChanges_isAnAttribution() throws {
    var before = prior()
    before.versions[0].author = "Thu Hà"
    var seen = PageSeen(text: old, author: "Lò Páo")
    seen.statedAuthor = "Lò Páo"
    let event = try #require(Intake(FeedsFile()).decide(before, look(.live(seen))).events.first)
    #expect(event.severity == .s3)
    #expect(event.classes == [.attribution])
    seen.statedAuthor = "THU HÀ"
    #expect(Intake(FeedsFile()).decide(before, look(.live(seen))).events.isEmpty)
  }

  @Test func decide_whenRereadBytesSayTheSame_keepsTheNewWordsWithoutAnEdit() {
    var reread = look(.live(PageSeen(text: new)))
    reread.reread = new
    let decision = Intake(FeedsFile()).decide(prior(), reread)
    #expect(decision.events.isEmpty)
    guard case .new(let seen) = decision.words else {
      Issue.record("the old reader's words were kept")
      return
    }
    #expect(seen.text == new)
  }

  @Test func decide_whenAnotherPageIsHeld_looksAgainSoon() {
    let decision = Intake(FeedsFile()).decide(prior(), look(Look.held(new)))
    #expect(decision.events.isEmpty)
    #expect(decision.nextLook == now + .seconds(600))
  }

  @Test func decide_whenLostWithOthers_isMissingForThirtyDays() {
    let lost = Intake(FeedsFile()).decide(prior(), look(.lost(how: "404")))
    #expect(lost.state == .missing)
    #expect(lost.events.isEmpty)
    var later = prior(.missing, goneSince: now + day * -29)
    later.goneHow = lost.goneHow
    #expect(Intake(FeedsFile()).decide(later, look(.gone(how: "404"))).events.isEmpty)
    later.goneSince = now + day * -31
    #expect(Intake(FeedsFile()).decide(later, look(.gone(how: "404"))).events.map(\.kind) == ["deleted"])
  }

  @Test func decide_whenDisclosedDatedOrSilent_saysSo() throws {
    var before = prior()
    before.versions[0].modified = now
    var seen = PageSeen(text: new)
    #expect(Intake(FeedsFile()).decide(before, look(.live(seen))).events.first?.disclosed == "silent")
    seen.modified = now + day
    #expect(Intake(FeedsFile()).decide(before, look(.live(seen))).events.first?.disclosed == "dated")
    seen.correction = true
    #expect(Intake(FeedsFile()).decide(before, look(.live(seen))).events.first?.disclosed == "disclosed")
  }
}
