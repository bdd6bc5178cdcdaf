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
    if dueOnly && state.nextPoll > clock() { return nil }
    let request = FetchRequest(url: source.url, etag: state.etag, lastModified: state.lastModified)
    // Feeds are published to be polled; pages, listings and sitemaps ask robots.txt first.
    let outcome = await fetcher.fetch(request, obeyingRobots: source.kind != .feed)
    let now = clock()
    switch outcome {
    case .notModified(let response):
      let validators = (response.etag ?? state.etag, response.lastModified ?? state.lastModified)
      return try await record(state, "not-modified", "", validators: validators, at: now)
    case .refused(let why): return try await record(state, "refused", why, at: now)
    case .failed(let failure):
      return try await record(state, "failed(\(failure.cause))", failure.message, at: now)
    case .fresh(let response): return try await fresh(response, state, at: now)
    }
  }

  private func fresh(_ response: Response, _ state: NewsArchive.SourceState, at now: Instant) async throws -> Result {
    guard response.status == 200 else {
      let blocked = PageVisit.isBlocked(response)
      let message = "\(source.url) answered \(response.status)\(blocked ? ", access is refused" : "")"
      return try await record(state, blocked ? "blocked" : "failed(status \(response.status))", message, at: now)
    }
    let payload = Payload(bytes: response.body, contentType: response.contentType, url: response.url)
    switch FeedParser().parse(payload, for: source) {
    case .failure(let failure):
      return try await record(state, "failed(\(failure.reason))", "\(source.url): \(failure.message)", at: now)
    case .success(let feed):
      let identity = Identity(outlet)
      let entries = Self.seen(feed.entries, identity)
      // A damaged feed's validators are not kept: the next poll must get the whole of it again.
      let validators = feed.damaged ? (nil, nil) : (response.etag, response.lastModified)
      return try await record(
        state, "ok", entries.isEmpty ? "no entries" : "", validators: validators, entries: entries, at: now)
    }
  }

  private static func seen(_ entries: [ParsedEntry], _ identity: Identity) -> [EntrySeen] {
    let guids = Dictionary(entries.map { ($0.id, 1) }, uniquingKeysWith: +)
    return entries.compactMap { entry in
      guard identity.owns(url: entry.link) else { return nil }
      let keys = identity.keys(url: entry.link, guid: entry.id, isRepeated: guids[entry.id] ?? 0 > 1)
      return EntrySeen(
        url: entry.link, keys: keys, title: entry.title, summary: entry.summary,
        published: entry.published?.instant ?? entry.updated?.instant)
    }
  }

  private func record(
    _ state: NewsArchive.SourceState, _ outcome: String, _ message: String,
    validators: (String?, String?)? = nil, entries: [EntrySeen] = [], at now: Instant
  ) async throws -> Result {
    let articles = try await archive.recordPoll(
      source: state, outlet: outlet, outcome: outcome, message: message, next: now + source.interval, at: now,
      validators: validators.map { (etag: $0.0, lastModified: $0.1) }, entries: entries)
    return Result(url: source.url, outcome: outcome, message: message, articles: articles)
  }
}
