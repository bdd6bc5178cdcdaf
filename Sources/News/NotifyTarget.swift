/// Where the outbox is sent, and which events go there.
public struct NotifyTarget: Hashable, Sendable {
  public enum Event: String, Sendable, CaseIterable {
    case edited, deleted, restored, moved, copied, stale, marked
  }

  public var webhook: String
  /// The file that holds the key of the HMAC-SHA256 signature.
  public var secretFile: String?
  public var events: [Event]
  public var minSeverity: Severity
  /// Words of which one must stand in the article; empty: every article.
  public var match: [String]

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
