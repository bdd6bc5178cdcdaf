import News

/// An entry of a source, with the keys its article is known by.
public struct EntrySeen: Sendable {
  public var url: String
  public var keys: [String]
  public var title: String
  public var summary: String
  public var published: Instant?

  public init(url: String, keys: [String], title: String, summary: String, published: Instant?) {
    self.url = url
    self.keys = keys
    self.title = title
    self.summary = summary
    self.published = published
  }
}
