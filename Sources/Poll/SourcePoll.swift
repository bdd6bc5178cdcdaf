import Archive
import Fetch
import News
import Parse

/// Polls one source: fetch, parse, and one commit of its validators with its entries.
package struct SourcePoll: Sendable {
  package struct Result: Sendable {
    package var url: String
    package var outcome: String
    package var message: String
    package var articles: [Int64]
  }

  private let outlet: Outlet
  private let source: Source
  private let archive: NewsArchive
  private let fetcher: Fetcher
  private let clock: @Sendable () -> Instant

  package init(
    outlet: Outlet, source: Source, archive: NewsArchive, fetcher: Fetcher, clock: @escaping @Sendable () -> Instant
  ) {
    self.outlet = outlet
    self.source = source
    self.archive = archive
    self.fetcher = fetcher
    self.clock = clock
  }

  /// `state` is what the last poll left.
  package func run(_ state: NewsArchive.SourceState) async throws -> Result {
    let url = state.move.flatMap { $0.isAdopted ? $0.url : nil } ?? source.url
    let request = FetchRequest(url: url, etag: state.etag, lastModified: state.lastModified)
    // Feeds are published to be polled; pages, listings and sitemaps ask robots.txt first.
    let outcome = await fetcher.fetch(request, obeyingRobots: source.kind != .feed)
    // What a cancelled fetch says is about us, not about the source.
    try Task.checkCancellation()
    let now = clock()
    switch outcome {
    case .notModified(let response):
      var record = self.record("not-modified", "", response, state, at: now)
      record.validators = .init(unchanged: response, etag: state.etag, lastModified: state.lastModified)
      // An index that stays as it is names sitemaps that may not.
      let sitemaps = source.kind == .sitemap ? try await archive.sitemaps(of: state.id) : []
      return try await sitemaps.isEmpty ? commit(record) : follow(sitemaps, record, state)
    case .forbidden(let why): return try await commit(record("forbidden", why, nil, state, at: now))
    case .refused(let why): return try await commit(record("refused", why, nil, state, at: now))
    case .resting(let why, let rest):
      // Nothing was learned of the source, so its health stays what it was.
      try await archive.putOff(source: state.id, until: now + max(rest, .seconds(1)))
      return Result(url: source.url, outcome: "resting", message: why, articles: [])
    case .failed(let failure):
      return try await commit(record("failed(\(failure.cause.rawValue))", failure.message, nil, state, at: now))
    case .fresh(let response): return try await fresh(response, state, at: now)
    }
  }

  private func fresh(_ response: Response, _ state: NewsArchive.SourceState, at now: Instant) async throws -> Result {
    guard response.status == 200, response.barrier == nil else {
      let (outcome, message) = SourceTrouble.said(of: response, at: source.url)
      return try await commit(record(outcome, message, response, state, at: now))
    }
    switch FeedParser().parse(Payload(response), for: source) {
    case .failure(let failure):
      let (outcome, message) = SourceTrouble.said(of: failure, in: response, at: source.url)
      return try await commit(record(outcome, message, response, state, at: now))
    case .success(let feed):
      let entries = Self.seen(feed.entries, Identity(outlet))
      let message = SourceTrouble.said(of: feed, owned: entries.count, at: source.url, of: outlet.id)
      var record = self.record("ok", message, response, state, ttl: feed.ttl, at: now)
      record.validators = .init(response, of: feed)
      record.entries = entries
      guard feed.format == "sitemapindex", !feed.parts.isEmpty else { return try await commit(record) }
      // Only for a sitemap is an index that has not changed followed.
      if source.kind != .sitemap { record.validators = .init(etag: nil, lastModified: nil) }
      let sitemaps = SitemapPlan.parts(
        of: feed, at: response.url, ownedBy: Identity(outlet), known: try await archive.sitemaps(of: state.id), now: now
      )
      return try await follow(sitemaps, record, state)
    }
  }

  /// The sitemaps of an index; `record` is of the index itself.
  private func follow(
    _ sitemaps: [SitemapPart], _ index: PollRecord, _ state: NewsArchive.SourceState
  ) async throws -> Result {
    var round = SitemapRound(outlet: outlet, source: source, parts: sitemaps, fetcher: fetcher, clock: clock)
    try await round.run()
    let now = clock()
    var record = index
    record.entries = Self.seen(round.entries, Identity(outlet))
    record.sitemaps = round.parts
    if !record.entries.isEmpty { record.outcome = "ok" }
    if let trouble = round.troubles.first, round.troubles.count == round.asked { record.outcome = trouble.outcome }
    record.message = SourceTrouble.said(of: round, at: source.url, owned: record.entries.count, of: outlet.id)
    let poll = Timetable.Poll(
      interval: source.interval, failures: record.worked ? 0 : state.failures + 1, retryAfter: round.retryAfter)
    record.next = max(index.next, Timetable.nextPoll(after: poll, source: state.id, at: now))
    record.at = now
    return try await commit(record)
  }

  private static func seen(_ entries: [ParsedEntry], _ identity: Identity) -> [EntrySeen] {
    let guids = Dictionary(entries.map { ($0.id, 1) }, uniquingKeysWith: +)
    return entries.compactMap { entry in
      guard !entry.link.isEmpty else { return nil }
      let link = WebAddress.withoutCredentials(entry.link)
      let keys = identity.keys(url: link, guid: entry.id, isRepeated: guids[entry.id] ?? 0 > 1)
      // Words that damage may have cut are nobody's version; the page has the whole ones.
      return EntrySeen(
        url: link, keys: keys, title: entry.isDamaged ? "" : entry.title,
        summary: entry.isDamaged ? "" : entry.summaryWords,
        published: entry.published?.instant ?? entry.updated?.instant)
    }
  }

  /// What the poll leaves behind; `response` is nil where there was no answer.
  private func record(
    _ outcome: String, _ message: String, _ response: Response?, _ state: NewsArchive.SourceState,
    ttl: Duration? = nil, at now: Instant
  ) -> PollRecord {
    var record = PollRecord(source: state, outlet: outlet, outcome: outcome, at: now, next: now)
    record.message = message
    let fresh = [response?.freshFor(at: now), ttl].compactMap { $0 }.max()
    let poll = Timetable.Poll(
      interval: source.interval, failures: record.worked ? 0 : state.failures + 1,
      retryAfter: response?.retryAfter(now: now), freshFor: fresh, status: response?.status)
    record.next = Timetable.nextPoll(after: poll, source: state.id, at: now)
    record.move = PermanentMove.after(record.worked ? response.answer : .none, state.move, at: now)
    return record
  }

  private func commit(_ record: PollRecord) async throws -> Result {
    let articles = try await archive.record(record)
    return Result(url: source.url, outcome: record.outcome, message: record.message, articles: articles)
  }
}

extension Response? {
  fileprivate var answer: PermanentMove.Answer {
    guard let self else { return .none }
    if self.redirects.isEmpty { return .direct }
    return self.permanentlyMoved ? .permanent(to: self.url) : .temporary
  }
}
