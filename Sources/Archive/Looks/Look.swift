import News

/// One fetch of an article's page and what came of it.
public struct Look: Sendable {
  public enum Outcome: Sendable {
    case live(PageSeen)
    case unchanged
    case gone(how: String)
    /// Gone together with most of its outlet's addresses: the addresses are lost, not the articles.
    case lost(how: String)
    case blocked(String)
    case failed(String)

    /// Whether the address was lost with others.
    var isLost: Bool { if case .lost = self { true } else { false } }

    /// The word kept in the look row.
    public var name: String {
      switch self {
      case .live: "live"
      case .unchanged: "unchanged"
      case .gone: "gone"
      case .lost: "lost"
      case .blocked: "blocked"
      case .failed(let cause): "failed(\(cause))"
      }
    }
  }

  /// Where redirects led, if not to the address that was asked for.
  public struct Arrival: Sendable {
    public var url: String
    public var keys: [String]

    public init(url: String, keys: [String]) {
      self.url = url
      self.keys = keys
    }
  }

  public var article: Int64
  public var at: Instant
  public var outcome: Outcome
  public var exchange: Exchange?
  /// Those of the article's further pages, in order.
  public var furtherExchanges: [Exchange] = []
  public var etag: String?
  public var lastModified: String?
  public var arrival: Arrival?
  /// The page of the version that stands as it is read today, where it was once read by another extractor.
  public var reread: ArticleText?
  /// Whether it proves nothing about the article.
  public var hasFailed: Bool {
    switch outcome {
    case .failed, .blocked: true
    case .live, .unchanged, .gone, .lost: false
    }
  }
  /// Another page answers at the address: held until it is seen again.
  public static func held(_ text: ArticleText) -> Outcome { .failed("another page \(text.hash.prefix(8))") }

  /// Whether it was held.
  public var isHeld: Bool {
    if case .failed(let why) = outcome { return why.hasPrefix("another page ") }
    return false
  }

  /// Whether it is no look at a page but an imported line: nobody looked, so none is counted.
  var isImport: Bool {
    if case .live(let seen) = outcome { return seen.origin == .imported }
    return false
  }
  /// For people, where the look failed or was blocked; not kept.
  public var message = ""

  public init(
    article: Int64, at: Instant, outcome: Outcome, exchange: Exchange? = nil, etag: String? = nil,
    lastModified: String? = nil
  ) {
    self.article = article
    self.at = at
    self.outcome = outcome
    self.exchange = exchange
    self.etag = etag
    self.lastModified = lastModified
  }
}
