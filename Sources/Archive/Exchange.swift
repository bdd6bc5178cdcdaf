import News

/// A request and its answer as they went over the wire, to be kept as WARC records.
public struct Exchange: Sendable {
  public var url: String
  public var status: Int
  public var requestHeaders: [(name: String, value: String)]
  public var responseHeaders: [(name: String, value: String)]
  public var body: [UInt8]
  public var peer: String?
  /// Whatever must live as long as the body is kept: its fetcher counts it until then.
  public var room: (any Sendable)?

  public init(
    url: String, status: Int, requestHeaders: [(name: String, value: String)],
    responseHeaders: [(name: String, value: String)], body: [UInt8], peer: String?
  ) {
    self.url = url
    self.status = status
    self.requestHeaders = requestHeaders
    self.responseHeaders = responseHeaders
    self.body = body
    self.peer = peer
  }
}
