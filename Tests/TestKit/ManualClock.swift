import Synchronization

/// Time that stands still until it is moved, or until somebody sleeps.
public final class ManualClock: Sendable {
  private let passed = Mutex(Duration.zero)

  public init() {}

  /// What has passed since the clock was made.
  public var elapsed: Duration { passed.withLock { $0 } }

  /// Moves the clock, forward or back.
  public func advance(by step: Duration) { passed.withLock { $0 += step } }
}
