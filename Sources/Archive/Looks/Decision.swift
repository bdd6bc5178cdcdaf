import News

/// What a look makes durable: a version, events, and the state the article is in afterwards.
public struct Decision: Sendable {
  /// How the article's words move on.
  public enum Words: Sendable {
    case same
    case new(PageSeen)
    case back(to: Int)
  }
  /// An event to be recorded.
  public struct Event: Sendable {
    public var kind: String
    public var severity: Severity
    public var classes: [ChangeClass] = []
    public var changes: [Change] = []
    public var disclosed: String?
    public var confirmed: Bool
    public var from: Int?
    public var to: Int?
    public var reverts: Int?
    public var detail = ""

    public init(kind: String, severity: Severity, confirmed: Bool = true) {
      self.kind = kind
      self.severity = severity
      self.confirmed = confirmed
    }
  }

  public var look: Look
  public var words: Words = .same
  public var events: [Event] = []
  public var confirms: [Int64] = []
  public var withdraws: [Int64] = []
  public var state: Prior.State
  public var goneSince: Instant?
  public var goneHow: String?
  public var step: Int
  public var nextLook: Instant
  /// Whether an edit among `events` now waits for its confirming look.
  public var keepsPending: Bool

  public init(look: Look, state: Prior.State, step: Int, nextLook: Instant) {
    self.look = look
    self.state = state
    self.step = step
    self.nextLook = nextLook
    keepsPending = false
  }
}
