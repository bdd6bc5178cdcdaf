import News

/// The robots.txt of each host, fetched once and kept 24 hours; a failure to get one is never kept.
actor RobotsCache {
  enum Answer: Sendable {
    case rules(RobotsRules)
    case unavailable(String)
  }

  private struct Entry {
    let file: RobotsFile
    let rules: RobotsRules

    init(_ file: RobotsFile) {
      self.file = file
      rules = RobotsRules(parsing: file.body)
    }
  }
  private enum Reading {
    case body([UInt8])
    case unavailable(String)
  }

  private var entries: [String: Entry] = [:]
  private var pending: [String: Task<Answer, Never>] = [:]

  init(known: [RobotsFile] = []) {
    for file in known { entries[file.site] = Entry(file) }
  }

  func files() -> [RobotsFile] { entries.values.map(\.file).sorted { $0.site < $1.site } }

  /// The rules for a site (`scheme://host:port`); several askers share one request.
  func rules(for site: String, fetch: @escaping @Sendable () async -> FetchOutcome) async -> Answer {
    if let entry = entries[site], Instant.wallClock - entry.file.fetched < .seconds(24 * 3600) {
      return .rules(entry.rules)
    }
    if let pending = pending[site] { return await pending.value }
    let task = Task { await read(site, fetch) }
    pending[site] = task
    let answer = await task.value
    pending[site] = nil
    return answer
  }

  private func read(_ site: String, _ fetch: @Sendable () async -> FetchOutcome) async -> Answer {
    switch Self.reading(await fetch()) {
    case .body(let body):
      let entry = Entry(RobotsFile(site: site, fetched: .wallClock, body: body))
      entries[site] = entry
      return .rules(entry.rules)
    case .unavailable(let reason):
      // An older copy says more than a failure does.
      return entries[site].map { .rules($0.rules) } ?? .unavailable(reason)
    }
  }

  /// RFC 9309 §2.3.1: a missing file allows all, an unreachable one forbids all.
  private static func reading(_ outcome: FetchOutcome) -> Reading {
    switch outcome {
    case .fresh(let response) where (200..<300).contains(response.status):
      .body(response.body)
    case .fresh(let response) where response.status >= 500:
      .unavailable("its robots.txt answers \(response.status), which forbids the site until it answers again")
    case .fresh(let response) where response.isChallenge || response.status == 429:
      .unavailable("its robots.txt is hidden behind a challenge (\(response.status)), which says nothing")
    case .fresh, .notModified:
      .body([])
    case .forbidden(let reason), .refused(let reason):
      .unavailable("its robots.txt could not be read: \(reason)")
    case .failed(let failure):
      .unavailable("its robots.txt could not be read: \(failure.message)")
    }
  }
}
