/// What a server sent for one address: decoded bytes, the declared type, and the address they came from.
public struct Payload: Sendable {
  /// The body, decompressed.
  public var bytes: [UInt8]
  /// The Content-Type header; nil where none was sent.
  public var contentType: String?
  /// The address that answered.
  public var url: String

  /// Takes every field as given.
  public init(bytes: [UInt8], contentType: String? = nil, url: String) {
    self.bytes = bytes
    self.contentType = contentType
    self.url = url
  }
}
