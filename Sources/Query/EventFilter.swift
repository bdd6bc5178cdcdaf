import News

/// Which events are wanted.
public struct EventFilter: Sendable {
  /// The least severity.
  public var minSeverity: Severity = .s2
  /// Classes of which one must be touched; empty: any.
  public var classes: [ChangeClass] = []
  /// Only edits readers were not told of.
  public var silentOnly = false
  /// Outlets by id; empty: all.
  public var outlets: [String] = []
  /// Kinds of events; empty: all.
  public var kinds: [String] = []
  /// The earliest moment.
  public var since: Instant?
  /// Words of which one must stand in the article after; empty: any.
  public var match: [String] = []
  /// Also withdrawn edits.
  public var all = false
  /// One article alone.
  public var article: Int64?
  /// Every event from S2 on.
  public init() {}
}
