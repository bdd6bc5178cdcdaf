/// Where the outbox is sent, and which events go there.
public struct NotifyTarget: Hashable, Sendable {
  /// What may be told.
  public enum Event: String, Sendable, CaseIterable {
    case edited, deleted, restored, moved, copied, stale, marked
  }

  /// The address posted to.
  public var webhook: String
  /// The file that holds the key of the HMAC-SHA256 signature.
  public var secretFile: String?
  /// The kinds of events sent.
  public var events: [Event]
  /// The least severity sent.
  public var minSeverity: Severity
  /// Words of which one must stand in the article; empty: every article.
  public var match: [String]

  /// Takes every field as given.
  public init(
    webhook: String, secretFile: String? = nil, events: [Event] = Event.allCases, minSeverity: Severity = .s3,
    match: [String] = []
  ) {
    self.webhook = webhook
    self.secretFile = secretFile
    self.events = events
    self.minSeverity = minSeverity
    self.match = match
  }
}
