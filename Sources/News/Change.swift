/// One changed place: the words before and after, and a few words around them.
public struct Change: Hashable, Codable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case kind = "class"
    case before, after, context
  }

  public var kind: ChangeClass
  public var before: String
  public var after: String
  public var context: String

  public init(kind: ChangeClass, before: String, after: String, context: String) {
    self.kind = kind
    self.before = before
    self.after = after
    self.context = context
  }
}
