/// One changed place: the words before and after, and a few words around them.
public struct Change: Hashable, Codable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case kind = "class"
    case before, after, context
  }

  /// What kind of words were touched.
  public var kind: ChangeClass
  /// The words as they were.
  public var before: String
  /// The words as they are.
  public var after: String
  /// The new words with a few on either side.
  public var context: String

  /// Takes every field as given.
  public init(kind: ChangeClass, before: String, after: String, context: String) {
    self.kind = kind
    self.before = before
    self.after = after
    self.context = context
  }
}
