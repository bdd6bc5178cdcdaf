import News

/// Words an edit replaced at the source.
public struct ChangedSpan: Hashable, Sendable {
  /// The words a stale copy still has.
  public var before: String
  /// The words that stand at the source now.
  public var after: String
  /// The new words with a few on either side.
  public var context: String
  /// What kind of words they are.
  public var kind: ChangeClass
  /// How grave the edit was.
  public var severity: Severity

  /// Takes every field as given.
  public init(before: String, after: String, context: String = "", kind: ChangeClass, severity: Severity) {
    self.before = before
    self.after = after
    self.context = context
    self.kind = kind
    self.severity = severity
  }
}
