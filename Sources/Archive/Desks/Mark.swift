import News

/// A person's judgement on an article or a passage of it; it is never erased, only withdrawn by a further entry.
public struct Mark: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case disputed, corrected
    /// Found to be untrue.
    case wrong = "false"
  }

  public var kind: Kind
  public var reason: String
  /// Where the reason can be looked up.
  public var source: String
  /// The words it is about; nil: the whole article.
  public var passage: String?
  public var by: String?

  public init(kind: Kind, reason: String, source: String, passage: String? = nil, by: String? = nil) {
    self.kind = kind
    self.reason = reason
    self.source = source
    self.passage = passage
    self.by = by
  }
}
