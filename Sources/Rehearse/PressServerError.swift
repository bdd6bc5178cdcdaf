/// No loopback port could be opened.
public struct PressServerError: Error, CustomStringConvertible {
  public var description: String { "no loopback port could be opened" }
}
