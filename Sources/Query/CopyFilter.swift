import News

/// Which pairs are wanted.
public struct CopyFilter: Sendable {
  /// One article alone, as copy or as source.
  public var article: Int64?
  /// Only copies that do not credit their source.
  public var uncredited = false
  /// Classes of which one must have been altered; empty: any.
  public var differs: [ChangeClass] = []
  /// Outlets of which one must be a party; empty: all.
  public var outlets: [String] = []
  /// The earliest moment of finding.
  public var since: Instant?
  /// Also formulas, which are no copies.
  public var all = false
  /// Every copy but formulas.
  public init() {}
}
