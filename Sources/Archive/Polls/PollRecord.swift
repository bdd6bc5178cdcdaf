import News

/// What one poll of a source leaves behind.
public struct PollRecord: Sendable {
  public var source: NewsArchive.SourceState
  public var outlet: Outlet
  /// `ok`, `not-modified`, or what kept the source from being read.
  public var outcome: String
  /// For people: what was wrong or odd; empty where nothing was.
  public var message = ""
  public var at: Instant
  public var next: Instant
  /// nil: those held stay.
  public var validators: Validators?
  public var entries: [EntrySeen] = []
  /// The sitemaps of an index, as things now stand; nil: those held stay.
  public var sitemaps: [SitemapPart]?
  /// Where the source redirects to for good, as things now stand.
  public var move: SourceMove?

  /// A server's name for what it last gave.
  public struct Validators: Hashable, Sendable {
    public var etag: String?
    public var lastModified: String?

    public init(etag: String?, lastModified: String?) {
      self.etag = etag
      self.lastModified = lastModified
    }
  }

  public init(source: NewsArchive.SourceState, outlet: Outlet, outcome: String, at: Instant, next: Instant) {
    self.source = source
    self.outlet = outlet
    self.outcome = outcome
    self.at = at
    self.next = next
    move = source.move
  }

  /// Whether the source was read, or is known to be unchanged.
  public var worked: Bool { outcome == "ok" || outcome == "not-modified" }
}
