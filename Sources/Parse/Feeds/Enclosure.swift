/// A file that belongs to an entry, as stated.
public struct Enclosure: Hashable, Sendable {
  public var url: String
  public var type: String?
  public var length: String?

  public init(url: String, type: String? = nil, length: String? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}
