/// Whether the poller makes progress: every round under way has ended a fetch or a commit not long ago.
///
/// Time comes in as an argument. A watchdog fed by a timer would also be fed by a poller that is stuck.
struct Heartbeat: Sendable {
  /// A fetch ends in 30 s, and its host's robots.txt may come before it; more than that is no progress.
  static let patience: Duration = .seconds(120)

  private var progress: [String: ContinuousClock.Instant] = [:]

  mutating func begin(_ outlet: String, at now: ContinuousClock.Instant) { progress[outlet] = now }

  /// A round has ended one of its fetches; one that is over is not begun again by it.
  mutating func beat(_ outlet: String, at now: ContinuousClock.Instant) {
    if progress[outlet] != nil { progress[outlet] = now }
  }

  mutating func end(_ outlet: String) { progress[outlet] = nil }

  /// The outlet whose round has stood still for longest, and too long; nil while all is well.
  func stuck(at now: ContinuousClock.Instant) -> String? {
    let oldest = progress.min { ($0.value, $0.key) < ($1.value, $1.key) }
    return oldest.flatMap { now - $0.value > Self.patience ? $0.key : nil }
  }
}
