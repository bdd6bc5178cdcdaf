import News

/// The limits every request of a fetcher keeps.
public struct FetchPolicy: Sendable {
  public var userAgent: String
  /// The quiet time between the end of a request and the start of the next to the same host and port.
  public var perHostDelay: Duration
  /// Addresses that may be reached although they are not public.
  public var allowAddresses: [AddressBlock]
  /// The longest body taken, counted after decompression.
  public var maxBytes = 8 << 20
  public var maxRedirects = 5
  public var timeout: Duration = .seconds(30)
  public var connectTimeout: Duration = .seconds(10)
  /// A transfer slower than this for `lowSpeedTime` is ended.
  public var lowSpeedBytesPerSecond = 1000
  public var lowSpeedTime: Duration = .seconds(15)

  public init(userAgent: String, perHostDelay: Duration = .seconds(1), allowAddresses: [AddressBlock] = []) {
    self.userAgent = userAgent
    self.perHostDelay = perHostDelay
    self.allowAddresses = allowAddresses
  }
}
