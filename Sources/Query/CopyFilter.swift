import News

/// Which pairs are wanted.
public struct CopyFilter: Sendable {
  public var article: Int64?
  public var uncredited = false
  public var differs: [ChangeClass] = []
  public var outlets: [String] = []
  public var since: Instant?
  public var all = false
  public init() {}
}
