import News

/// Which events are wanted.
public struct EventFilter: Sendable {
  public var minSeverity: Severity = .s2
  public var classes: [ChangeClass] = []
  public var silentOnly = false
  public var outlets: [String] = []
  public var kinds: [String] = []
  public var since: Instant?
  public var match: [String] = []
  /// Also S1, moves and withdrawn edits.
  public var all = false
  public var article: Int64?
  public init() {}
}
