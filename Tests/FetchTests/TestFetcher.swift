import Fetch
import News
import TestKit

/// Fetchers for loopback, and what their outcomes say.
enum TestFetcher {
  static func policy(delay: Duration = .zero, allow: [String] = ["127.0.0.0/8"]) -> FetchPolicy {
    FetchPolicy(
      userAgent: "banluu-test/1", perHostDelay: delay, allowAddresses: allow.compactMap { AddressBlock($0) })
  }

  /// One that goes by a clock moved by hand.
  static func policy(on clock: ManualClock, from start: Instant, delay: Duration = .seconds(2)) -> FetchPolicy {
    var policy = policy(delay: delay)
    let steady = ContinuousClock.now
    policy.clock = FetchClock(
      wall: { start + clock.elapsed }, steady: { steady + clock.elapsed }, sleep: { clock.advance(by: $0) })
    return policy
  }
}

extension FetchOutcome {
  var response: Response? {
    switch self {
    case .fresh(let response), .notModified(let response): response
    default: nil
    }
  }
  var cause: FetchFailure.Cause? { if case .failed(let failure) = self { failure.cause } else { nil } }
  var refusal: String? { if case .refused(let reason) = self { reason } else { nil } }
  var rest: Duration? { if case .resting(_, let rest) = self { rest } else { nil } }
  var isForbidden: Bool { if case .forbidden = self { true } else { false } }
  var text: String? { response.map { String(decoding: $0.body, as: UTF8.self) } }
}
