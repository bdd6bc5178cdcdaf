import News
import Testing

@testable import Poll

@Suite struct TimetableTests {
  private let now = Instant(seconds: 1_790_000_000)

  private func wait(_ poll: Timetable.Poll, source: Int64 = 1) -> Duration {
    Timetable.nextPoll(after: poll, source: source, at: now) - now
  }

  @Test func nextPoll_whenTheLastOneWorked_isNeverSoonerThanTheInterval() {
    for source in 1...500 {
      let wait = wait(.init(interval: .seconds(600)), source: Int64(source))
      #expect(wait >= .seconds(600) && wait <= .seconds(660))
    }
  }

  @Test func nextPoll_whenSourcesWerePolledTogether_spreadsThem() {
    #expect(Set((1...100).map { wait(.init(interval: .seconds(600)), source: $0) }).count > 90)
  }

  @Test func nextPoll_whenTheAnswerStaysFreshForLonger_waitsThatLongButFiveHoursAtMost() {
    #expect(wait(.init(interval: .seconds(600), freshFor: .seconds(3600))) >= .seconds(3600))
    #expect(wait(.init(interval: .seconds(600), freshFor: .seconds(86_400 * 30))) <= .seconds(5 * 3600 * 11 / 10))
  }

  @Test func nextPoll_whenPollsFail_doublesUpToADay() {
    #expect(wait(.init(interval: .seconds(600), failures: 1)) < .seconds(661))
    #expect(wait(.init(interval: .seconds(600), failures: 4)) >= .seconds(4800))
    #expect(wait(.init(interval: .seconds(600), failures: 99)) <= .seconds(86_400 * 11 / 10))
  }

  @Test func nextPoll_whenRetryAfterIsLonger_obeysIt() {
    #expect(wait(.init(interval: .seconds(600), failures: 1, retryAfter: .seconds(7200))) >= .seconds(7200))
  }

  @Test func nextLook_whenAFactWasChanged_isTwiceAsSoon() {
    let looks: [Duration] = [.seconds(600), .seconds(3600)]
    let plain = Timetable.nextLook(step: 1, of: looks, isGrave: false, article: 7, at: now) - now
    let grave = Timetable.nextLook(step: 1, of: looks, isGrave: true, article: 7, at: now) - now
    #expect(plain >= .seconds(2880) && plain <= .seconds(4320))
    #expect(abs((grave * 2 - plain).inMilliseconds) <= 2)
  }

  @Test func nextPoll_whenTheSourceSaysItIsGoneForGood_restsAMonth() {
    #expect(wait(.init(interval: .seconds(600), failures: 1, status: 410)) >= .seconds(30 * 86_400))
  }

  @Test func nextPoll_whenTheHostIsOverloaded_doublesFromTenMinutesToSixHours() {
    #expect(wait(.init(interval: .seconds(60), failures: 1, status: 503)) >= .seconds(600))
    #expect(wait(.init(interval: .seconds(60), failures: 3, status: 429)) >= .seconds(2400))
    #expect(wait(.init(interval: .seconds(60), failures: 20, status: 429)) <= .seconds(6 * 3600 * 11 / 10))
  }

  @Test func choose_whenMoreIsDueThanTheBudget_skipsTheOldestDeepLooks() {
    let choice = LookBudget.choose(steps: [12, 0, 9, 3, 2], remaining: 3)
    #expect(choice.made == [1, 4, 3])
    #expect(choice.skipped == [2, 0])
  }

  @Test func choose_whenNothingIsLeftOfTheBudget_delaysFreshLooksAndSkipsDeepOnes() {
    let choice = LookBudget.choose(steps: [0, 10], remaining: -5)
    #expect(choice.made.isEmpty)
    #expect(choice.skipped == [1])
  }

  @Test func asksPlainly_atADayAndAtThirty_only() {
    let looks = FeedsFile().looks
    let plain = looks.indices.filter { Timetable.asksPlainly(step: $0, of: looks) }
    #expect(plain.map { looks[$0] } == [.seconds(86_400), .seconds(30 * 86_400)])
    #expect(!Timetable.asksPlainly(step: looks.count, of: looks))
  }
}
