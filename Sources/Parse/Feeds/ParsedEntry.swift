import News

/// One entry of a feed; what is absent is empty or nil.
public struct ParsedEntry: Hashable, Sendable {
  public var id = ""
  public var link = ""
  /// Text: tags stripped, entities decoded.
  public var title = ""
  /// With its markup.
  public var summary = ""
  /// With its markup.
  public var content = ""
  public var author: String?
  public var published: StatedDate?
  public var updated: StatedDate?
  public var language: String?
  public var categories: [String] = []
  public var enclosures: [Enclosure] = []

  public init() {}
}
