import News

/// What an article page says: its words in canonical form and the facts stated about them.
public struct ParsedPage: Sendable {
  public var title: String
  public var summary: String
  public var author: String?
  public var published: StatedDate?
  public var modified: StatedDate?
  public var section: String?
  public var canonical: String?
  public var language: String?
  /// Links whose address may be that of a further page of the article; `PageSeries` tells.
  public var pagers: [String] = []
  public var paragraphs: [String]
  /// The paragraphs that stand elsewhere than most of the text, each with its place in the template.
  public var asides: [String: UInt64] = [:]
  /// The date of publication, and the author, are stated as data and not only found on the page.
  public var statesPublished = false
  public var statesAuthor = false
  /// The page's JSON-LD names a correction.
  public var hasCorrection: Bool
  /// The page was cut before its end, or bytes of it could not be read.
  public var damaged: Bool

  public init(
    title: String, summary: String, author: String? = nil, published: StatedDate? = nil,
    modified: StatedDate? = nil, section: String? = nil, canonical: String? = nil, language: String? = nil,
    paragraphs: [String], hasCorrection: Bool = false, damaged: Bool = false
  ) {
    self.title = title
    self.summary = summary
    self.author = author
    self.published = published
    self.modified = modified
    self.section = section
    self.canonical = canonical
    self.language = language
    self.paragraphs = paragraphs
    self.hasCorrection = hasCorrection
    self.damaged = damaged
  }
}
