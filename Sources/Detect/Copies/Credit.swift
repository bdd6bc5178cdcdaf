/// Whether a text says where it comes from.
public struct Credit: Hashable, Sendable {
  public enum State: String, Sendable { case source, other, none }

  public var state: State
  /// The words of the credit.
  public var text: String?

  public init(state: State, text: String? = nil) {
    self.state = state
    self.text = text
  }
}
