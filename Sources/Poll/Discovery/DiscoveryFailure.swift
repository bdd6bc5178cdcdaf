/// Why nothing could be looked for at an address.
public struct DiscoveryFailure: Error, Sendable {
  /// What happened and what to do next.
  public var message: String
}
