import News

/// What was changed between two versions of an article, and how grave that is.
public struct Difference: Sendable {
  /// The gravest of the changes.
  public var severity: Severity
  /// All classes touched, gravest first; empty for S0 and S1.
  public var classes: [ChangeClass]
  /// Each changed place, in the order of the text.
  public var changes: [Change]

  /// Takes every field as given.
  public init(severity: Severity, classes: [ChangeClass], changes: [Change]) {
    self.severity = severity
    self.classes = classes
    self.changes = changes
  }
}
