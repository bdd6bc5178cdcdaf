import Archive

/// What one round did, counted.
public struct CrawlSummary: Sendable {
  public var sourcesOK = 0
  public var sourcesNotModified = 0
  public var sourcesFailed = 0
  public var articlesNew = 0
  public var articlesLooked = 0
  /// Looks that failed or were blocked.
  public var articlesFailed = 0
  public var edited = 0
  public var deleted = 0
  public var restored = 0
  public var moved = 0
  /// Outlets whose addresses were lost together.
  public var lost = 0
  public var copies = 0
  public var stale = 0
  public var seconds = 0.0
  /// What was found about articles, in the order of the commits.
  public var found: [Finding] = []
  /// For people: what went wrong or was odd, a line each.
  public var troubles: [String] = []

  /// An event of an article.
  public struct Finding: Sendable {
    public var kind: String
    public var article: Int64
  }

  public init() {}

  /// Adds what one committed look made.
  mutating func count(_ receipt: Receipt) {
    articlesLooked += 1
    if receipt.firstVersion { articlesNew += 1 }
    note(receipt)
  }

  /// Adds what was recorded without a look.
  mutating func note(_ receipt: Receipt) {
    edited += receipt.events.count { $0 == "edited" }
    deleted += receipt.events.count { $0 == "deleted" }
    restored += receipt.events.count { $0 == "restored" }
    moved += receipt.events.count { $0 == "moved" }
    lost += receipt.events.count { $0 == "lost" }
    found += receipt.events.map { Finding(kind: $0, article: receipt.article) }
    copies += receipt.copies
    stale += receipt.stale
  }
}
