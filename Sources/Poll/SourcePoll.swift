import Archive
import Fetch
import News
import Parse

/// Polls one source: fetch, parse, and one commit of its validators with its entries.
struct SourcePoll: Sendable {
  struct Result: Sendable {
    var url: String
    var outcome: String
    var message: String
    var articles: [Int64]
  }

  let outlet: Outlet
  let source: Source
  let archive: NewsArchive
  let fetcher: Fetcher
  let clock: @Sendable () -> Instant

  /// nil where the source is not due.
  func run(dueOnly: Bool) async throws -> Result? {
    guard let state = try await archive.source(source.url) else { return nil }
    let furthest: Duration = max(source.interval, .seconds(86_400)) * 1.2
    if dueOnly && !Timetable.isDue(state.nextPoll, furthest: furthest, at: clock()) { return nil }
    let request = FetchRequest(url: source.url, etag: state.etag, lastModified: state.lastModified)
    // Feeds are published to be polled; pages, listings and sitemaps ask robots.txt first.
    let outcome = await fetcher.fetch(request, obeyingRobots: source.kind != .feed)
    // What a cancelled fetch says is about us, not about the source.
    try Task.checkCancellation()
    let now = clock()
    switch outcome {
    case .notModified(let response):
      let validators = (response.etag ?? state.etag, response.lastModified ?? state.lastModified)
      return try await record(
        state, "not-modified", "", freshFor: response.freshFor(at: now), validators: validators, at: now)
    case .forbidden(let why): return try await record(state, "forbidden", why, at: now)
    case .refused(let why): return try await record(state, "refused", why, at: now)
    case .failed(let failure):
      return try await record(state, "failed(\(failure.cause.rawValue))", failure.message, at: now)
    case .fresh(let response): return try await fresh(response, state, at: now)
    }
  }

  private func fresh(_ response: Response, _ state: NewsArchive.SourceState, at now: Instant) async throws -> Result {
    guard response.status == 200 else {
      let blocked = PageVisit.isBlocked(response)
      let message = "\(source.url) answered \(response.status)\(blocked ? ", access is refused" : "")"
      return try await record(
        state, blocked ? "blocked" : "failed(status \(response.status))", message,
        retryAfter: response.retryAfter(now: now), at: now)
    }
    let payload = Payload(
      bytes: response.body, contentType: response.contentType, url: response.url,
      contentLocation: response.contentLocation)
    switch FeedParser().parse(payload, for: source) {
    case .failure(let failure):
      return try await record(state, "failed(\(failure.reason))", said(failure), at: now)
    case .success(let feed):
      let identity = Identity(outlet)
      let entries = Self.seen(feed.entries, identity)
      // A damaged feed's validators are not kept: the next poll must get the whole of it again.
      let validators = feed.damaged ? (nil, nil) : (response.etag, response.lastModified)
      return try await record(
        state, "ok", said(feed, owned: entries.count), freshFor: response.freshFor(at: now), validators: validators,
        entries: entries, at: now)
    }
  }

  private func said(_ failure: ParseFailure) -> String {
    let place = failure.line.map { " in line \($0)" } ?? ""
    let advice =
      switch failure.reason {
      case .notAFeed: "give the feed's own address, or `kind: listing` for a page of links"
      case .documentType: "it is refused, and asked for again at its next poll"
      default: "it is asked for again at its next poll"
      }
    let what = failure.reason == .notAFeed ? " is not a feed" : " cannot be read"
    return "\(source.url)\(what): \(failure.message)\(place); \(advice)"
  }

  /// What is odd about a feed that was read; empty where nothing is.
  private func said(_ feed: ParsedFeed, owned: Int) -> String {
    if feed.damaged {
      return "\(source.url) is damaged; \(owned) entries before the damage are kept, and all of it is asked for again"
    }
    if let part = feed.parts.first {
      return "\(source.url) lists \(feed.parts.count) other sources and no articles; watch those, such as \(part.url)"
    }
    if feed.entries.isEmpty { return "\(source.url) has no entries; check the address if that lasts" }
    if owned == 0 { return "\(source.url) has no entry on the hosts of \(outlet.id); add them under hosts" }
    return ""
  }

  private static func seen(_ entries: [ParsedEntry], _ identity: Identity) -> [EntrySeen] {
    let guids = Dictionary(entries.map { ($0.id, 1) }, uniquingKeysWith: +)
    return entries.compactMap { entry in
      guard !entry.link.isEmpty else { return nil }
      let keys = identity.keys(url: entry.link, guid: entry.id, isRepeated: guids[entry.id] ?? 0 > 1)
      // Words that damage may have cut are nobody's version; the page has the whole ones.
      return EntrySeen(
        url: entry.link, keys: keys, title: entry.isDamaged ? "" : entry.title,
        summary: entry.isDamaged ? "" : entry.summaryWords,
        published: entry.published?.instant ?? entry.updated?.instant)
    }
  }

  private func record(
    _ state: NewsArchive.SourceState, _ outcome: String, _ message: String, retryAfter: Duration? = nil,
    freshFor: Duration? = nil, validators: (String?, String?)? = nil, entries: [EntrySeen] = [], at now: Instant
  ) async throws -> Result {
    let worked = outcome == "ok" || outcome == "not-modified"
    let poll = Timetable.Poll(
      interval: source.interval, failures: worked ? 0 : state.failures + 1, retryAfter: retryAfter,
      freshFor: freshFor)
    let articles = try await archive.recordPoll(
      source: state, outlet: outlet, outcome: outcome, message: message,
      next: Timetable.nextPoll(after: poll, source: state.id, at: now), at: now,
      validators: validators.map { (etag: $0.0, lastModified: $0.1) }, entries: entries)
    return Result(url: source.url, outcome: outcome, message: message, articles: articles)
  }
}
