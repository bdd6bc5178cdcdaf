import News

/// Which articles a search looks among.
public struct SearchFilter: Sendable {
  /// Outlets by id; empty: all.
  public var outlets: [String] = []
  /// The earliest moment an article may have been published, or first seen where it names none.
  public var from: Instant?
  /// The moment before which it was.
  public var to: Instant?
  /// How many articles at most.
  public var limit = 50
  /// Every article.
  public init() {}
}
