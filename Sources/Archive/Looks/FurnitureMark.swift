/// Something by which an outlet's furniture is known again.
public struct FurnitureMark: Hashable, Sendable {
  /// What is compared: a whole paragraph, one whose numbers may differ, or a place of the template.
  public enum Kind: String, Sendable { case words, shape, place }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
