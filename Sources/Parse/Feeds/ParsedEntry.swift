import News

/// One entry of a feed; what is absent is empty or nil.
public struct ParsedEntry: Hashable, Sendable {
  public var id = ""
  public var link = ""
  /// Text: tags stripped, entities decoded.
  public var title = ""
  /// The summary's bytes; most readers of a feed never ask for the long texts as strings.
  public var summaryUTF8: [UInt8] = []
  /// The content's bytes.
  public var contentUTF8: [UInt8] = []
  public var author: String?
  public var published: StatedDate?
  public var updated: StatedDate?
  public var language: String?
  public var categories: [String] = []
  public var enclosures: [Enclosure] = []

  /// Something of it may be missing or replaced: its address can be trusted, its words cannot.
  public var isDamaged = false

  public init() {}

  /// With its markup.
  public var summary: String {
    get { String(decoding: summaryUTF8, as: UTF8.self) }
    set { summaryUTF8 = Array(newValue.utf8) }
  }
  /// With its markup.
  public var content: String {
    get { String(decoding: contentUTF8, as: UTF8.self) }
    set { contentUTF8 = Array(newValue.utf8) }
  }
}
