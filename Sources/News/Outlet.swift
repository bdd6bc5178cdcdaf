/// A publisher: its names, its hosts, and the sources it is watched by.
public struct Outlet: Hashable, Sendable {
  /// What sort of publisher it is.
  public enum Kind: String, Sendable, CaseIterable { case newspaper, broadcaster, portal, other }

  /// The short name in feeds.yaml, by which all else refers to it.
  public var id: String
  /// The name shown.
  public var name: String
  /// Names it had before.
  public var formerNames: [String]
  /// Newspaper, broadcaster, portal or other.
  public var kind: Kind
  /// The address of its front page.
  public var home: String?
  /// Hosts whose articles are its own.
  public var hosts: [String]
  /// Names by which others credit it.
  public var aliases: [String]
  /// Regular expression whose first group is the CMS id inside a URL.
  public var articleID: String?
  /// What is polled for its news.
  public var sources: [Source]
  /// XPath of the article's main block; nil: it is found.
  public var articlePath: String?
  /// XPaths of blocks taken out of an article page.
  public var removePaths: [String]

  /// Takes every field as given.
  public init(
    id: String, name: String, formerNames: [String] = [], kind: Kind = .other, home: String? = nil,
    hosts: [String] = [], aliases: [String] = [], articleID: String? = nil, sources: [Source] = [],
    articlePath: String? = nil, removePaths: [String] = []
  ) {
    self.id = id
    self.name = name
    self.formerNames = formerNames
    self.kind = kind
    self.home = home
    self.hosts = hosts
    self.aliases = aliases
    self.articleID = articleID
    self.sources = sources
    self.articlePath = articlePath
    self.removePaths = removePaths
  }
}
