/// What a server sent for one address: decoded bytes, the declared type, and the address they came from.
public struct Payload: Sendable {
  /// The body, decompressed.
  public var bytes: [UInt8]
  /// The Content-Type header; nil where none was sent.
  public var contentType: String?
  /// The address that answered.
  public var url: String

  /// The Content-Location header: where the body itself stands; nil where none was sent.
  public var contentLocation: String?

  /// What relative links start from. A Content-Location of another host is not believed: proxies give their own.
  public var base: String {
    guard let contentLocation, let place = WebAddress.resolve(contentLocation, against: url),
      WebAddress.host(place) == WebAddress.host(url)
    else { return url }
    return place
  }

  /// Takes every field as given.
  public init(bytes: [UInt8], contentType: String? = nil, url: String, contentLocation: String? = nil) {
    self.bytes = bytes
    self.contentType = contentType
    self.url = url
    self.contentLocation = contentLocation
  }
}
