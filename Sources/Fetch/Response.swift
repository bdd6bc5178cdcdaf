import News

/// The final answer of a server, after redirects and decompression.
public struct Response: Sendable {
  /// The HTTP status.
  public var status: Int
  /// The address that answered, after redirects.
  public var url: String
  /// The header fields in the order they came.
  public var headers: [Header]
  /// The body, decompressed.
  public var body: [UInt8]
  /// The IP address that answered; nil where it is not known.
  public var peerAddress: String?
  /// True where there was a redirect and each was 301 or 308.
  public var permanentlyMoved: Bool
  /// The addresses that answered with a redirect, in order.
  public var redirects: [String]
  /// The request's header fields as sent to the address that answered.
  public var requestHeaders: [Header]
  /// The body's room in the fetcher's budget: whoever keeps the body beyond the response keeps this with it.
  public internal(set) var room: BodyRoom?

  /// Takes every field as given.
  public init(
    status: Int, url: String, headers: [Header] = [], body: [UInt8] = [], peerAddress: String? = nil,
    permanentlyMoved: Bool = false, redirects: [String] = [], requestHeaders: [Header] = []
  ) {
    self.status = status
    self.url = url
    self.headers = headers
    self.body = body
    self.peerAddress = peerAddress
    self.permanentlyMoved = permanentlyMoved
    self.redirects = redirects
    self.requestHeaders = requestHeaders
  }

  /// The entity tag byte for byte, quotes and weakness mark included.
  public var etag: String? { validator("etag") }
  /// The Last-Modified value byte for byte.
  public var lastModified: String? { validator("last-modified") }
  /// Where the body itself stands, if it is elsewhere than at the address asked for.
  public var contentLocation: String? { value("content-location") }
  /// The Content-Type value with its parameters.
  public var contentType: String? { value("content-type") }
  /// The coding the body had on the wire; `body` is already decoded.
  public var contentEncoding: String? { value("content-encoding") }

  /// How long the server asks to be left alone, from seconds or from a date.
  public func retryAfter(now: Instant) -> Duration? {
    guard let text = value("retry-after") else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy(\.isASCIIDigit) {
      return .seconds(Int64(text) ?? Int64(Int32.max))
    }
    return HTTPDate.parse(text, now: now).map { max(.zero, $0 - now) }
  }

  /// The first field of that name; the name is written in lower case.
  func value(_ name: StaticString) -> String? { headers.first { $0.isNamed(name) }?.value }

  /// A value that is not UTF-8 could not be sent back as it came, so it is no validator.
  private func validator(_ name: StaticString) -> String? {
    guard let value = value(name), !value.isEmpty, !value.hasControlBytes else { return nil }
    return value.unicodeScalars.contains("\u{FFFD}") ? nil : value
  }
}
