/// The robots.txt of each host, fetched once and kept 24 hours; a failure to get one is never kept.
actor RobotsCache {
  enum Answer: Sendable {
    case rules(RobotsRules)
    case unavailable(String)
  }

  private struct Entry {
    let rules: RobotsRules
    let fetched: ContinuousClock.Instant
  }

  private var entries: [String: Entry] = [:]
  private var pending: [String: Task<Answer, Never>] = [:]

  /// The rules for a site (`scheme://host:port`); several askers share one request.
  func rules(for site: String, fetch: @escaping @Sendable () async -> FetchOutcome) async -> Answer {
    if let entry = entries[site], .now - entry.fetched < .seconds(24 * 3600) { return .rules(entry.rules) }
    if let pending = pending[site] { return await pending.value }
    let task = Task { Self.answer(await fetch()) }
    pending[site] = task
    let answer = await task.value
    pending[site] = nil
    switch answer {
    case .rules(let rules):
      entries[site] = Entry(rules: rules, fetched: .now)
      return answer
    case .unavailable:
      // An older copy says more than a failure does.
      return entries[site].map { .rules($0.rules) } ?? answer
    }
  }

  /// RFC 9309 §2.3.1: a missing file allows all, an unreachable one forbids all.
  static func answer(_ outcome: FetchOutcome) -> Answer {
    switch outcome {
    case .fresh(let response) where (200..<300).contains(response.status):
      .rules(RobotsRules(parsing: response.body))
    case .fresh(let response) where response.status >= 500:
      .unavailable("its robots.txt answers \(response.status), which forbids the site until it answers again")
    case .fresh, .notModified:
      .rules(.allowingAll)
    case .refused(let reason):
      .unavailable("its robots.txt could not be read: \(reason)")
    case .failed(let failure):
      .unavailable("its robots.txt could not be read: \(failure.message)")
    }
  }
}
