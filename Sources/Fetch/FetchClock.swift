import News

/// The time as a fetcher knows it: tests move it by hand.
package struct FetchClock: Sendable {
  /// For comparing with dates of servers, and for what is kept between runs.
  package var wall: @Sendable () -> Instant
  /// For the turns of hosts: it never jumps.
  package var steady: @Sendable () -> ContinuousClock.Instant
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(
    wall: @escaping @Sendable () -> Instant, steady: @escaping @Sendable () -> ContinuousClock.Instant,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.wall = wall
    self.steady = steady
    self.sleep = sleep
  }

  /// The machine's clocks.
  package static let system = FetchClock(
    wall: { .wallClock }, steady: { ContinuousClock.now }, sleep: { try await Task.sleep(for: $0) })
}
