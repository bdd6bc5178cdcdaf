import News

/// What a page, an entry or an imported line said: canonical words and the dates beside them.
public struct PageSeen: Sendable {
  public enum Origin: String, Sendable { case page, entry, imported }

  public var text: ArticleText { didSet { knownHash = nil } }
  /// The hash of the words, where it was computed beforehand.
  var knownHash: String?
  var hash: String { knownHash ?? text.hash }
  public var origin: Origin
  public var author: String?
  public var published: Instant?
  public var modified: Instant?
  public var correction: Bool
  /// Further addresses under which the article is known from now on.
  public var aliases: [String]
  /// What the page itself states in so many words, not what was found on it: only that can be taken back.
  public var statedPublished: Instant?
  public var statedAuthor: String?
  /// Which extractor, with which rules, read the words; nil for words of a feed or an import.
  public var reader: String?
  /// The paragraphs beside the article's own, with their places in the template.
  public var asides: [String: UInt64] = [:]
  /// What each further page added to the first one's paragraphs.
  public var furtherPages: [[String]] = []

  public init(
    text: ArticleText, origin: Origin = .page, author: String? = nil, published: Instant? = nil,
    modified: Instant? = nil, correction: Bool = false, aliases: [String] = []
  ) {
    self.text = text
    self.origin = origin
    self.author = author
    self.published = published
    self.modified = modified
    self.correction = correction
    self.aliases = aliases
  }
}
