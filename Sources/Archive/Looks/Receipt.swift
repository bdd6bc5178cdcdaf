/// What a committed look made.
public struct Receipt: Sendable {
  public var article: Int64
  public var newVersion: Bool
  public var firstVersion: Bool
  public var events: [String]
  public var copies: Int
  public var stale: Int
}
