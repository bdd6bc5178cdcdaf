import News

/// When a source is polled next: pure, from its interval and how the last poll went.
public enum Timetable {
  private static let longestWait: Duration = .seconds(86_400)

  /// The wait after a poll that worked, or after `failures` that did not; `retryAfter` is obeyed in either case.
  public static func wait(interval: Duration, failures: Int, retryAfter: Duration?) -> Duration {
    let doubled = interval * (1 << min(max(0, failures - 1), 10))
    let own = failures == 0 ? interval : min(doubled, max(interval, longestWait))
    return max(own, min(retryAfter ?? .zero, longestWait))
  }
}
