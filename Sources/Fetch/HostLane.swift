/// When one host may be asked next; time comes in as an argument, so nothing here waits.
package struct HostLane: Sendable {
  package enum Verdict: Equatable {
    case go
    case wait(Duration)
    case quiet(Duration)
  }

  /// How a request ended, as far as it matters for the next one to its host.
  package enum Answer: Sendable {
    case status(Int, retryAfter: Duration? = nil)
    /// The host was asked and said nothing.
    case silence
    /// The host was not asked.
    case none
  }

  private var nextStart: ContinuousClock.Instant?
  private var quietUntil: ContinuousClock.Instant?
  /// How often in a row the host asked to be left alone.
  private(set) var strikes = 0
  private var silences = 0

  package init() {}

  /// A lane that goes on with the rest an earlier run was asked for.
  init(strikes: Int, restingFor rest: Duration, at now: ContinuousClock.Instant) {
    self.strikes = strikes
    quietUntil = now + rest
  }

  /// How much longer the host asked to be left alone; nil where it did not ask.
  func askedRest(at now: ContinuousClock.Instant) -> Duration? {
    guard strikes > 0, let quietUntil, quietUntil > now else { return nil }
    return quietUntil - now
  }

  /// A lane that would let anybody through at once need not be remembered.
  func isForgettable(at now: ContinuousClock.Instant) -> Bool {
    strikes == 0 && silences == 0 && (nextStart ?? now) <= now
  }

  package func verdict(at now: ContinuousClock.Instant) -> Verdict {
    if let quietUntil, quietUntil > now {
      // A short rest asked for once is worth waiting for; a host that keeps asking is left alone.
      let rest = quietUntil - now
      return strikes == 1 && rest <= .seconds(5) ? .wait(rest) : .quiet(rest)
    }
    if let nextStart, nextStart > now { return .wait(nextStart - now) }
    return .go
  }

  /// Notes an answer. 429 and 503 close the whole host for a while; so does silence, three times in a row.
  package mutating func finished(_ answer: Answer, delay: Duration, at now: ContinuousClock.Instant) {
    nextStart = now + delay
    switch answer {
    case .none: break
    case .silence:
      silences += 1
      // Hundreds of looks at a host that is down would each wait out their time.
      if silences >= 3 { quietUntil = now + Self.backOff(silences - 3, atMost: .seconds(3600)) }
    case .status(let status, let retryAfter) where status == 429 || status == 503:
      silences = 0
      let rest = retryAfter ?? Self.backOff(strikes, atMost: .seconds(6 * 3600))
      strikes += 1
      quietUntil = now + min(.seconds(24 * 3600), rest)
    case .status:
      (silences, strikes) = (0, 0)
    }
  }

  private static func backOff(_ times: Int, atMost most: Duration) -> Duration {
    min(most, .seconds(600) * (1 << min(times, 8)))
  }
}
