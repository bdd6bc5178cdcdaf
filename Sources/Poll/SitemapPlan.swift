import Archive
import News
import Parse

/// Which sitemaps of an index are asked for, and when again: pure, from what the index says and what is kept.
enum SitemapPlan {
  /// Requests of one poll beside that for the index.
  static let perPoll = 5
  /// The most sitemaps of one index that are kept.
  static let mostParts = 500
  /// A sitemap of more addresses is a map of everything ever published: of these only entries with a recent date count.
  static let mostEntries = 2000
  /// What is older is history, not news.
  static let recent: Duration = .seconds(30 * 86_400)
  /// Asked for after a day whatever the index says: `lastmod` is often forgotten.
  private static let longestRest: Duration = .seconds(86_400)
  private static let shortestRest: Duration = .seconds(900)

  /// Sitemaps of news first, then the newest; those of categories and pictures hold no articles.
  static func ranked(_ parts: [FeedPart]) -> [FeedPart] {
    let others = ["category", "categories", "tag", "author", "image", "video", "page"]
    func rank(_ part: FeedPart) -> (Int, Int64) {
      (isOfNews(part.url) ? 1 : 0, part.updated?.instant?.milliseconds ?? .min)
    }
    return parts.enumerated()
      .filter { part in !others.contains { part.element.url.lowercased().contains($0) } }
      .sorted { a, b in
        let (first, second) = (rank(a.element), rank(b.element))
        return first == second ? a.offset < b.offset : first > second
      }
      .map(\.element)
  }

  /// The sitemaps of an index that may hold news of the outlet, with what is kept of each.
  static func parts(
    of index: ParsedFeed, at url: String, ownedBy identity: Identity, known: [SitemapPart], now: Instant
  ) -> [SitemapPart] {
    let known = Dictionary(known.map { ($0.url, $0) }) { first, _ in first }
    let named = ranked(index.parts).lazy
      .filter { SiteAddress.isSame($0.url, url) || identity.owns(url: $0.url) }
      .map { named in
        let url = WebAddress.withoutCredentials(named.url)
        var part = known[url] ?? SitemapPart(url: url)
        part.changed = named.updated.flatMap { latest($0) }
        return part
      }
      .filter { $0.changed.map { $0 > now + recent * -1 } ?? true }
    return Array(named.prefix(mostParts))
  }

  /// Those to ask for now, in this order: of news first, then those that changed last, then those not seen for longest.
  static func due(_ parts: [SitemapPart], now: Instant) -> [SitemapPart] {
    func rank(_ part: SitemapPart) -> (Int, Int64, Int64) {
      (isOfNews(part.url) ? 0 : 1, -(part.changed?.milliseconds ?? 0), part.polledAt?.milliseconds ?? 0)
    }
    let due = parts.enumerated().filter { isDue($0.element, now) }
      .sorted { a, b in
        let (first, second) = (rank(a.element), rank(b.element))
        return first == second ? a.offset < b.offset : first < second
      }
    return due.prefix(perPoll).map(\.element)
  }

  private static func isDue(_ part: SitemapPart, _ now: Instant) -> Bool {
    guard let polled = part.polledAt, let rest = part.restsUntil, rest > now else { return true }
    return part.failures == 0 && part.changed.map { $0 > polled } ?? false
  }

  /// How asking for a sitemap ended.
  enum Answer {
    case read(hasNews: Bool)
    case unchanged
    case failed
  }

  /// A sitemap after it was asked for.
  static func after(_ answer: Answer, _ part: SitemapPart, now: Instant) -> SitemapPart {
    var part = part
    part.polledAt = now
    let failures = part.failures
    part.failures = 0
    switch answer {
    case .failed:
      part.failures = failures + 1
      part.restsUntil = now + min(shortestRest * (1 << min(part.failures, 10)), longestRest)
    // Where the index has no date only asking tells, save of one that is known to hold old articles alone.
    case .read(hasNews: true): part.restsUntil = part.changed == nil ? nil : now + longestRest
    case .unchanged where part.changed == nil && (failures > 0 || part.restsUntil == nil): part.restsUntil = nil
    case .read, .unchanged: part.restsUntil = now + longestRest
    }
    return part
  }

  /// Entries that are news: not dated long ago, nor without a date among thousands.
  static func news(_ entries: [ParsedEntry], now: Instant) -> [ParsedEntry] {
    entries.filter { entry in
      let date = entry.published?.instant ?? entry.updated?.instant
      return date.map { $0 > now + recent * -1 } ?? (entries.count <= mostEntries)
    }
  }

  /// The end of what a date leaves open: a day without an hour may mean its last minute.
  private static func latest(_ date: StatedDate) -> Instant? {
    guard let instant = date.instant else { return nil }
    return date.precision == .second || date.precision == .minute ? instant : instant + .seconds(86_400)
  }

  private static func isOfNews(_ url: String) -> Bool {
    let path = url.lowercased().split(separator: "/").dropFirst(2).joined(separator: "/")
    return ["news", "tin-moi", "latest", "moi-nhat"].contains { path.contains($0) }
  }
}
