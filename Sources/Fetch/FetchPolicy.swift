import News

/// The limits every request of a fetcher keeps.
public struct FetchPolicy: Sendable {
  /// What the fetcher calls itself.
  public var userAgent: String
  /// The quiet time between the end of a request and the start of the next to the same host and port.
  public var perHostDelay: Duration
  /// Addresses that may be reached although they are not public.
  public var allowAddresses: [AddressBlock]
  /// The longest body taken, counted after decompression.
  public var maxBytes = 8 << 20
  /// What bodies may take together until they are let go; a reserve for two of the longest comes on top.
  public var maxBytesInAll = 64 << 20
  /// Redirects followed before giving up.
  public var maxRedirects = 5
  /// The longest a fetch may take in all, its redirects included; waiting for the host's turn does not count.
  public var timeout: Duration = .seconds(30)
  /// The longest it may take to connect.
  public var connectTimeout: Duration = .seconds(10)
  /// A transfer slower than this for `lowSpeedTime` is ended.
  public var lowSpeedBytesPerSecond = 1000
  /// How long a transfer may stay slower than `lowSpeedBytesPerSecond`.
  public var lowSpeedTime: Duration = .seconds(15)
  /// A PEM file of the certificate authorities believed; nil: those of the machine.
  package var authorities: String?
  /// Addresses pinned to names (`host:port:address`), asked for at each hop anew: a test's name server.
  package var pinned: (@Sendable () -> [String])?
  /// The clocks that turns, rests and robots.txt go by.
  package var clock = FetchClock.system

  /// The limits left out stand at their defaults.
  public init(userAgent: String, perHostDelay: Duration = .seconds(1), allowAddresses: [AddressBlock] = []) {
    self.userAgent = userAgent
    self.perHostDelay = perHostDelay
    self.allowAddresses = allowAddresses
  }

  /// What feeds.yaml says under `network`.
  public init(_ feeds: FeedsFile) {
    self.init(
      userAgent: feeds.userAgent, perHostDelay: feeds.perHostDelay, allowAddresses: feeds.allowAddresses)
  }
}

extension FetchPolicy {
  /// The most bytes the body of one request may have.
  func maxBytes(of order: TransferOrder) -> Int { order.cutsAfter ?? maxBytes }
}
