import News

/// The address that a source redirects to for good, and how long it has said so.
public struct SourceMove: Hashable, Sendable {
  public var url: String
  /// The first poll that led there.
  public var since: Instant
  /// Polls in a row that led there.
  public var polls: Int
  /// Whether that address is polled now instead of the one in feeds.yaml.
  public var isAdopted: Bool

  /// Takes every field as given.
  public init(url: String, since: Instant, polls: Int, isAdopted: Bool = false) {
    self.url = url
    self.since = since
    self.polls = polls
    self.isAdopted = isAdopted
  }
}
