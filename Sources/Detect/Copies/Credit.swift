/// Whether a text says where it comes from.
public struct Credit: Hashable, Sendable {
  /// Whether the source is credited, another publisher is, or none.
  public enum State: String, Sendable { case source, other, none }

  /// Whom the text credits.
  public var state: State
  /// The words of the credit.
  public var text: String?

  /// Takes every field as given.
  public init(state: State, text: String? = nil) {
    self.state = state
    self.text = text
  }
}
