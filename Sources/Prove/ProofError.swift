/// Why a proof does not hold.
public struct ProofError: Error, Sendable, CustomStringConvertible {
  public var message: String

  /// Takes the message as given.
  public init(_ message: String) { self.message = message }
  public var description: String { message }
}
