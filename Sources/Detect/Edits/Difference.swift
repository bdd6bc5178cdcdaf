import News

/// What was changed between two versions of an article, and how grave that is.
public struct Difference: Sendable {
  public var severity: Severity
  /// All classes touched, gravest first; empty for S0 and S1.
  public var classes: [ChangeClass]
  public var changes: [Change]

  public init(severity: Severity, classes: [ChangeClass], changes: [Change]) {
    self.severity = severity
    self.classes = classes
    self.changes = changes
  }
}
