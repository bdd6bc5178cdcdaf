import News

/// Words an edit replaced at the source.
public struct ChangedSpan: Hashable, Sendable {
  public var before: String
  public var after: String
  public var kind: ChangeClass
  public var severity: Severity

  public init(before: String, after: String, kind: ChangeClass, severity: Severity) {
    self.before = before
    self.after = after
    self.kind = kind
    self.severity = severity
  }
}
