import Archive
import Fetch
import News
import Parse

/// Asks for the sitemaps of an index that are due, one after another; the fetcher keeps to robots.txt and the delay.
struct SitemapRound {
  let outlet: Outlet
  let source: Source
  let fetcher: Fetcher
  let clock: @Sendable () -> Instant

  /// The sitemaps of the index, brought up to date.
  private(set) var parts: [SitemapPart]
  private(set) var entries: [ParsedEntry] = []
  private(set) var asked = 0
  /// What went wrong, in order: the outcome kept, and for people what.
  private(set) var troubles: [(outcome: String, message: String)] = []
  private(set) var retryAfter: Duration?

  init(
    outlet: Outlet, source: Source, parts: [SitemapPart], fetcher: Fetcher, clock: @escaping @Sendable () -> Instant
  ) {
    self.outlet = outlet
    self.source = source
    self.parts = parts
    self.fetcher = fetcher
    self.clock = clock
  }

  mutating func run() async throws {
    for part in SitemapPlan.due(parts, now: clock()) {
      var request = FetchRequest(
        url: part.url, etag: part.validators.etag, lastModified: part.validators.lastModified)
      // The index is still held.
      request.waitsForMemory = false
      let outcome = await fetcher.fetch(request, obeyingRobots: true)
      try Task.checkCancellation()
      guard take(outcome, part) else { return }
    }
  }

  /// False where the host wants to be left alone.
  private mutating func take(_ outcome: FetchOutcome, _ part: SitemapPart) -> Bool {
    if case .resting = outcome { return false }
    asked += 1
    switch outcome {
    case .resting: break
    case .notModified(let response):
      var held = part
      held.validators = .init(
        unchanged: response, etag: part.validators.etag, lastModified: part.validators.lastModified)
      keep(SitemapPlan.after(.unchanged, held, now: clock()))
    case .forbidden(let why): fail(part, ("forbidden", why))
    case .refused(let why): fail(part, ("refused", why))
    case .failed(let failure): fail(part, ("failed(\(failure.cause.rawValue))", failure.message))
    case .fresh(let response):
      guard response.status == 200, response.barrier == nil else {
        fail(part, SourceTrouble.said(of: response, at: part.url))
        retryAfter = response.retryAfter(now: clock())
        return response.status != 429 && response.status != 503
      }
      read(response, part)
    }
    return true
  }

  private mutating func read(_ response: Response, _ part: SitemapPart) {
    var source = source
    source.url = part.url
    source.kind = .sitemap
    switch FeedParser().parse(Payload(response), for: source) {
    case .failure(let failure): fail(part, SourceTrouble.said(of: failure, in: response, at: part.url))
    case .success(let feed) where !feed.parts.isEmpty:
      fail(part, ("failed(nested-index)", "\(part.url) is an index inside an index; watch it as a source of its own"))
    case .success(let feed):
      let news = SitemapPlan.news(feed.entries, now: clock())
      entries += news
      var held = part
      held.validators = .init(response, of: feed)
      keep(SitemapPlan.after(.read(hasNews: !news.isEmpty), held, now: clock()))
    }
  }

  private mutating func fail(_ part: SitemapPart, _ trouble: (outcome: String, message: String)) {
    troubles.append(trouble)
    keep(SitemapPlan.after(.failed, part, now: clock()))
  }

  private mutating func keep(_ part: SitemapPart) {
    if let place = parts.firstIndex(where: { $0.url == part.url }) { parts[place] = part }
  }
}
