import Fetch
import News
import Parse

/// Looks for what can be polled at a site: the feeds its pages name, those of the usual publishing systems, the
/// sitemaps of its robots.txt, and its front page as a listing. Every request keeps to robots.txt and to the
/// fetcher's manners.
public struct Discovery: Sendable {
  /// What was found, and what stood in the way.
  public struct Report: Sendable {
    /// The outlet as it would stand in feeds.yaml, without sources.
    public var outlet: Outlet
    /// The sources worth polling, the best first.
    public var sources: [SourceFound]
    /// What else there is, and why it is no source.
    public var notes: [String]
  }

  private static let requestLimit = 40
  private static let indexLimit = 3

  private let fetcher: Fetcher
  private let parser: FeedParser
  private let progress: @Sendable (String) -> Void

  /// `progress` hears every address before it is asked.
  public init(fetcher: Fetcher, now: Instant, progress: @escaping @Sendable (String) -> Void = { _ in }) {
    self.fetcher = fetcher
    parser = FeedParser(now: now)
    self.progress = progress
  }

  /// Looks around at the site of `url`; throws where the address itself cannot be had.
  public func run(_ url: String) async throws(DiscoveryFailure) -> Report {
    var search = Search(site: url)
    let first: Payload
    switch await ask(url, &search) {
    case .success(let payload): first = payload
    case .failure(let failure): throw failure
    }
    search.site = first.url
    if !take(first, .feed, &search) { await look(at: first, &search) }
    let home = SiteAddress.root(of: first.url) ?? first.url
    if WebAddress.canonical(home, hosts: []) != WebAddress.canonical(first.url, hosts: []),
      let front = await payload(home, &search)
    {
      await look(at: front, &search)
    }
    for path in KnownPaths.feeds where !search.hasFound(.feed) {
      await follow(WebAddress.resolve(path, against: home), &search)
    }
    await searchSitemaps(home, &search)
    return search.report(home: home)
  }

  /// A page: the feeds it names, and itself as a listing.
  private func look(at page: Payload, _ search: inout Search) async {
    guard let hints = SiteHints(page) else { return }
    if search.name.isEmpty { search.name = hints.name }
    _ = take(page, .listing, &search)
    for address in hints.declared + hints.linked { await follow(address, &search) }
  }

  /// An address that may be a feed; where a page of links to feeds stands instead, those.
  private func follow(_ address: String?, _ search: inout Search, isNested: Bool = false) async {
    guard let address, SiteAddress.isSame(address, search.site), let payload = await payload(address, &search),
      !take(payload, .feed, &search), !isNested, let hints = SiteHints(payload)
    else { return }
    for address in hints.linked { await follow(address, &search, isNested: true) }
  }

  private func searchSitemaps(_ home: String, _ search: inout Search) async {
    let root = WebAddress.host(home)
    let named = await fetcher.robotsFiles().filter { WebAddress.host($0.site) == root }.flatMap(\.sitemaps)
    let guesses = KnownPaths.sitemaps.compactMap { WebAddress.resolve($0, against: home) }
    for address in named.isEmpty ? guesses : named {
      if named.isEmpty, search.hasFound(.sitemap) { return }
      guard SiteAddress.isSame(address, home), let payload = await payload(address, &search) else { continue }
      for part in parts(of: payload).prefix(Self.indexLimit) {
        if let inner = await self.payload(part, &search) { _ = take(inner, .sitemap, &search) }
      }
      _ = take(payload, .sitemap, &search)
    }
  }

  private func parts(of index: Payload) -> [String] {
    guard case .success(let feed) = parser.parse(index, for: Source(url: index.url, kind: .sitemap)) else { return [] }
    return SitemapPlan.ranked(feed.parts).map(\.url)
  }

  /// Reads a payload as a source and keeps it where it names articles of the site.
  private func take(_ payload: Payload, _ kind: Source.Kind, _ search: inout Search) -> Bool {
    guard case .success(let feed) = parser.parse(payload, for: Source(url: payload.url, kind: kind)) else {
      return false
    }
    let kind = feed.format == "sitemap" ? .sitemap : kind
    return search.keep(SourceFound(feed, url: payload.url, kind: kind, site: search.site))
  }

  private func payload(_ url: String, _ search: inout Search) async -> Payload? {
    guard case .success(let payload) = await ask(url, &search) else { return nil }
    return payload
  }

  private func ask(_ url: String, _ search: inout Search) async -> Result<Payload, DiscoveryFailure> {
    guard search.asked.count < Self.requestLimit, search.asked.insert(url).inserted else {
      return .failure(DiscoveryFailure(message: "\(url) was not asked for again"))
    }
    progress(url)
    switch await fetcher.fetch(FetchRequest(url: url)) {
    case .fresh(let response) where response.status == 200:
      search.asked.insert(response.url)
      return .success(Payload(response))
    case .fresh(let response), .notModified(let response):
      return .failure(DiscoveryFailure(message: "\(url) answered \(response.status); check the address in a browser"))
    case .forbidden(let why):
      search.notes.append(why)
      return .failure(DiscoveryFailure(message: why))
    case .refused(let why), .resting(let why, _): return .failure(DiscoveryFailure(message: why))
    case .failed(let failure): return .failure(DiscoveryFailure(message: failure.message))
    }
  }
}
