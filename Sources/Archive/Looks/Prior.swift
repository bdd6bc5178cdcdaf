import News

/// All that is known of an article before a look is decided.
public struct Prior: Sendable {
  public enum State: String, Sendable { case awaiting, live, missing, gone, merged }
  /// A version that stands in the archive.
  public struct Version: Sendable {
    public var number: Int
    public var hash: String
    public var origin: PageSeen.Origin
    public var modified: Instant?
    public var published: Instant?
    public var author: String?
  }
  /// An edit seen once, waiting for its confirming look.
  public struct Pending: Sendable {
    public var event: Int64
    public var from: Int
    public var to: Int
    public var since: Instant
  }

  public var article: Int64
  public var state: State
  public var versions: [Version]
  /// Number of the version that stood at the last look; 0: none yet.
  public var current: Int
  public var text: ArticleText?
  public var pending: Pending?
  public var goneSince: Instant?
  public var goneHow: String?
  public var step: Int
  /// Whether a fact in it was changed (S4, S5), which makes further looks denser.
  public var isGrave: Bool
  /// How often its words went back to those of an older version.
  public var returns = 0
}
