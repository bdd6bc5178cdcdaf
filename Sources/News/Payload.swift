/// What a server sent for one address: decoded bytes, the declared type, and the address they came from.
public struct Payload: Sendable {
  public var bytes: [UInt8]
  public var contentType: String?
  public var url: String

  public init(bytes: [UInt8], contentType: String? = nil, url: String) {
    self.bytes = bytes
    self.contentType = contentType
    self.url = url
  }
}
