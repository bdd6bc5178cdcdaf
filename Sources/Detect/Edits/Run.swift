/// A stretch of text that both versions share, or that one of them alone has.
public struct Run: Hashable, Sendable {
  public enum Kind: String, Sendable { case same, removed, added }

  public var kind: Kind
  public var text: String

  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
