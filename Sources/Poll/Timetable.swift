import News

/// When sources are polled and articles looked at next: pure, from what happened, a clock reading and a key that
/// spreads the moments.
public enum Timetable {
  /// What a server may ask for in freshness, however long it says.
  private static let mostFresh: Duration = .seconds(5 * 3600)
  private static let longestBackOff: Duration = .seconds(24 * 3600)
  /// A source that says it is gone for good is asked again after so long, in case it was a mistake.
  static let goneRest: Duration = .seconds(30 * 86_400)

  /// How a poll went, as far as it matters for the next one.
  public struct Poll: Sendable {
    public var interval: Duration
    /// Polls in a row that did not work, this one included.
    public var failures: Int
    public var retryAfter: Duration?
    /// How long the answer says that it stays fresh (`max-age`, `Expires`, the feed's `ttl`).
    public var freshFor: Duration?
    /// The last HTTP status; nil where there was none.
    public var status: Int?

    public init(
      interval: Duration, failures: Int = 0, retryAfter: Duration? = nil, freshFor: Duration? = nil,
      status: Int? = nil
    ) {
      self.interval = interval
      self.failures = failures
      self.retryAfter = retryAfter
      self.freshFor = freshFor
      self.status = status
    }

    /// The wait after polls that did not work: 410 rests the source, 429 and 503 double from ten minutes to six
    /// hours, all else doubles from the interval to a day.
    fileprivate var backOff: Duration {
      let doublings = 1 << min(max(0, failures - 1), 10)
      switch status {
      case 410: return max(interval, goneRest)
      case 429, 503: return max(interval, min(.seconds(600) * doublings, .seconds(6 * 3600)))
      default: return min(interval * doublings, max(interval, longestBackOff))
      }
    }
  }

  /// The next poll of a source: never sooner than its interval, up to a tenth later.
  public static func nextPoll(after poll: Poll, source key: Int64, at now: Instant) -> Instant {
    let asked = max(poll.interval, min(poll.freshFor ?? .zero, mostFresh))
    let own = poll.failures == 0 ? asked : poll.backOff
    let wait = max(own, min(poll.retryAfter ?? .zero, longestBackOff))
    return now + wait * (1 + 0.1 * spread(key, now))
  }

  /// The next look at an article, a fifth sooner or later; twice as often once a fact in it was changed.
  public static func nextLook(
    step: Int, of looks: [Duration], isGrave: Bool, article key: Int64, at now: Instant
  ) -> Instant {
    let wait = looks.isEmpty ? .seconds(86_400) : looks[min(max(0, step), looks.count - 1)]
    return now + wait * (isGrave ? 0.5 : 1) * (0.8 + 0.4 * spread(key, now))
  }

  /// Whether a look is made without validators, which lie: the first after a day, and the first after thirty.
  public static func asksPlainly(step: Int, of looks: [Duration]) -> Bool {
    guard looks.indices.contains(step) else { return false }
    let before = step == 0 ? .zero : looks[step - 1]
    return [Duration.seconds(86_400), .seconds(30 * 86_400)].contains { before < $0 && looks[step] >= $0 }
  }

  /// A number of 0 ..< 1 that looks random and is the same for the same key and moment (SplitMix64, Steele 2014).
  static func spread(_ key: Int64, _ now: Instant) -> Double {
    var bits = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: now.milliseconds)
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 53)
  }
}
