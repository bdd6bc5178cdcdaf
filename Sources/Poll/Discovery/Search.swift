import News

/// What a search of a site knows so far.
struct Search {
  var site: String
  var name = ""
  var asked: Set<String> = []
  var notes: [String] = []
  private(set) var found: [SourceFound] = []

  init(site: String) { self.site = site }

  func hasFound(_ kind: Source.Kind) -> Bool { found.contains { $0.source.kind == kind } }

  /// Whether it is a source; one that names only what others of its kind do is none.
  mutating func keep(_ source: SourceFound) -> Bool {
    let least = source.source.kind == .listing ? 5 : 1
    guard source.articles.count >= least else { return false }
    if source.isHistory {
      notes.append("\(source.source.url) maps \(source.articles.count) addresses, which is history and no news")
      return true
    }
    let known = found.filter { $0.source.kind == source.source.kind }.flatMap(\.articles)
    if !Set(source.articles).subtracting(known).isEmpty { found.append(source) }
    return true
  }

  func report(home: String) -> Discovery.Report {
    let host = WebAddress.host(home) ?? ""
    let name = name.isEmpty ? found.first { !$0.title.isEmpty }?.title ?? host : name
    let articles = found.flatMap(\.articles)
    let others = articles.compactMap { WebAddress.host("http://" + $0) }
    var hosts = [host]
    for other in others where !hosts.contains(other) { hosts.append(other) }
    let outlet = Outlet(
      id: SiteAddress.id(of: host), name: name, kind: SiteAddress.kind(name: name, host: host), home: home,
      hosts: hosts, articleID: KnownPaths.articleID(of: articles))
    return Discovery.Report(outlet: outlet, sources: ranked, notes: notes)
  }

  /// Feeds before listings before sitemaps, those with more entries first; a sitemap adds little to a feed.
  private var ranked: [SourceFound] {
    let order: [Source.Kind] = [.feed, .listing, .sitemap]
    return order.flatMap { kind in
      found.filter { $0.source.kind == kind }.sorted { $0.articles.count > $1.articles.count }
    }
    .map { found in
      var found = found
      if found.source.kind != .feed { found.source.interval = .seconds(1800) }
      return found
    }
  }
}
