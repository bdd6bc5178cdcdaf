/// A publisher: its names, its hosts, and the sources it is watched by.
public struct Outlet: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case newspaper, broadcaster, portal, other }

  public var id: String
  public var name: String
  public var formerNames: [String]
  public var kind: Kind
  public var home: String?
  public var hosts: [String]
  /// Names by which others credit it.
  public var aliases: [String]
  /// Regular expression whose first group is the CMS id inside a URL.
  public var articleID: String?
  public var sources: [Source]
  /// XPath of the article's main block; nil: it is found.
  public var articlePath: String?
  /// XPaths of blocks taken out of an article page.
  public var removePaths: [String]

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
