import News

/// An archive on one screen: how it grows, and which sources need a hand.
public struct StatusReport: Encodable, Sendable {
  /// Size and growth.
  public var stats: StatsReport
  /// When a source was last polled.
  public var polledAt: String?
  /// Sources whose last poll went well.
  public var healthy: Int
  /// Sources that fail now, the longest first.
  public var failing: [SourceReport]
}

extension ArchiveQuery {
  /// Size, growth and health together.
  public func status(at now: Instant) throws -> StatusReport {
    let sources = try sources().filter { !$0.retired }
    let failing = sources.filter { $0.failingSince != nil }
    return StatusReport(
      stats: try stats(at: now), polledAt: sources.compactMap(\.polledAt).max(),
      healthy: sources.count { $0.failingSince == nil && $0.okAt != nil },
      failing: failing.sorted { ($0.failingSince ?? "") < ($1.failingSince ?? "") })
  }
}
