import News

/// A host (`host:port`) that asked to be left alone, with 429 or 503; kept so that a restart obeys it too.
public struct HostRest: Hashable, Sendable {
  public var host: String
  public var until: Instant
  /// How often in a row it has asked.
  public var strikes: Int

  /// Takes every field as given.
  public init(host: String, until: Instant, strikes: Int) {
    self.host = host
    self.until = until
    self.strikes = strikes
  }
}
