import Testing

@testable import Poll

@Suite struct HeartbeatTests {
  private let start = ContinuousClock.now

  @Test func heartbeat_whenNothingIsUnderWay_isWell() {
    #expect(Heartbeat().stuck(at: start) == nil)
  }

  @Test func heartbeat_whenOneRoundStandsStill_namesItThoughOthersGoOn() {
    var heart = Heartbeat()
    heart.begin("bao", at: start)
    heart.begin("dai", at: start)
    let later = start + Heartbeat.patience + .seconds(1)
    heart.beat("dai", at: later)
    #expect(heart.stuck(at: later) == "bao")
    heart.beat("bao", at: later)
    #expect(heart.stuck(at: later) == nil)
  }

  @Test func heartbeat_whenARoundIsOver_doesNotMissIt() {
    var heart = Heartbeat()
    heart.begin("bao", at: start)
    heart.end("bao")
    // The last fetch may be told after the end.
    heart.beat("bao", at: start)
    #expect(heart.stuck(at: start + .seconds(86_400)) == nil)
  }
}
