/// When one host may be asked next; time comes in as an argument, so nothing here waits.
package struct HostLane: Sendable {
  package enum Verdict: Equatable {
    case go
    case wait(Duration)
    case quiet(Duration)
  }

  private var nextStart: ContinuousClock.Instant?
  private var quietUntil: ContinuousClock.Instant?
  private var strikes = 0

  package init() {}

  package func verdict(at now: ContinuousClock.Instant) -> Verdict {
    if let quietUntil, quietUntil > now {
      // A short rest asked for once is worth waiting for; a host that keeps asking is left alone.
      let rest = quietUntil - now
      return strikes == 1 && rest <= .seconds(5) ? .wait(rest) : .quiet(rest)
    }
    if let nextStart, nextStart > now { return .wait(nextStart - now) }
    return .go
  }

  /// Notes an answer; nil status: there was none. 429 and 503 close the whole host for a while.
  package mutating func finished(status: Int?, retryAfter: Duration?, delay: Duration, at now: ContinuousClock.Instant)
  {
    nextStart = now + delay
    guard let status else { return }
    guard status == 429 || status == 503 else {
      strikes = 0
      return
    }
    let backOff: Duration = min(.seconds(6 * 3600), .seconds(600) * (1 << min(strikes, 8)))
    strikes += 1
    quietUntil = now + min(.seconds(24 * 3600), retryAfter ?? backOff)
  }
}
