/// Why something was not exported.
public struct ExportError: Error, Sendable, CustomStringConvertible {
  public var message: String

  public init(message: String) { self.message = message }
  public var description: String { message }
}
