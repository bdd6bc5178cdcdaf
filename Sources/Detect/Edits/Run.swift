/// A stretch of text that both versions share, or that one of them alone has.
public struct Run: Hashable, Sendable {
  /// Which of the versions has it.
  public enum Kind: String, Sendable { case same, removed, added }

  /// Both versions, or the one before, or the one after.
  public var kind: Kind
  /// The words as they stand.
  public var text: String

  /// Takes every field as given.
  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
