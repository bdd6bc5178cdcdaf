import News

/// The robots.txt of each site, fetched once and kept 24 hours; a failure to get one is held for a round only.
actor RobotsCache {
  enum Answer: Sendable {
    case rules(RobotsRules)
    case resting(Duration)
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

  /// A failure, so that the many pages of a round do not each ask for the file.
  private struct Failure {
    let at: Instant
    let reason: String
  }

  private enum Reading {
    case body([UInt8])
    case resting(Duration)
    case unavailable(String)
  }

  static let lifetime: Duration = .seconds(24 * 3600)
  static let failureLifetime: Duration = .seconds(60)
  /// Sites kept: redirects may name any number of them.
  private static let mostSites = 4096

  private let clock: @Sendable () -> Instant
  private var entries: [String: Entry] = [:]
  private var failures: [String: Failure] = [:]
  private var pending: [String: Task<Answer, Never>] = [:]

  init(known: [RobotsFile] = [], clock: @escaping @Sendable () -> Instant = { .wallClock }) {
    self.clock = clock
    for file in known { entries[file.site] = Entry(file) }
  }

  func files() -> [RobotsFile] { entries.values.map(\.file).sorted { $0.site < $1.site } }

  /// The rules for a site (`scheme://host:port`); several askers share one request.
  func rules(for site: String, fetch: @escaping @Sendable () async -> FetchOutcome) async -> Answer {
    let now = clock()
    // A file read in the future was read by a clock that has since gone back.
    if let entry = entries[site], (.zero..<Self.lifetime).contains(now - entry.file.fetched) {
      return .rules(entry.rules)
    }
    if let failure = failures[site], (.zero..<Self.failureLifetime).contains(now - failure.at) {
      return fallback(site, failure.reason)
    }
    if let pending = pending[site] { return await pending.value }
    let task = Task { await read(site, fetch) }
    pending[site] = task
    let answer = await task.value
    pending[site] = nil
    return answer
  }

  private func read(_ site: String, _ fetch: @Sendable () async -> FetchOutcome) async -> Answer {
    let reading = Self.reading(await fetch())
    forget()
    switch reading {
    case .body(let body):
      failures[site] = nil
      let file = RobotsFile(site: site, fetched: clock(), body: Array(body.prefix(RobotsRules.mostBytes)))
      let entry = Entry(file)
      entries[site] = entry
      return .rules(entry.rules)
    case .resting(let rest):
      return entries[site].map { .rules($0.rules) } ?? .resting(rest)
    case .unavailable(let reason):
      failures[site] = Failure(at: clock(), reason: reason)
      return fallback(site, reason)
    }
  }

  /// An older copy says more than a failure does.
  private func fallback(_ site: String, _ reason: String) -> Answer {
    entries[site].map { .rules($0.rules) } ?? .unavailable(reason)
  }

  private func forget() {
    if failures.count >= Self.mostSites { failures = [:] }
    guard entries.count >= Self.mostSites else { return }
    let oldest = entries.values.map(\.file).sorted { $0.fetched < $1.fetched }.prefix(Self.mostSites / 4)
    for file in oldest { entries[file.site] = nil }
  }

  /// RFC 9309 §2.3.1: a missing file allows all, an unreachable one forbids all.
  private static func reading(_ outcome: FetchOutcome) -> Reading {
    switch outcome {
    case .fresh(let response) where (200..<300).contains(response.status):
      .body(response.body)
    case .fresh(let response) where response.status >= 500:
      .unavailable("its robots.txt answers \(response.status), which forbids the site until it answers again")
    case .fresh(let response) where response.barrier != nil || response.status == 429:
      .unavailable("its robots.txt is hidden behind a challenge (\(response.status)), which says nothing")
    case .fresh, .notModified:
      .body([])
    case .resting(_, let rest):
      .resting(rest)
    case .forbidden(let reason), .refused(let reason):
      .unavailable("its robots.txt could not be read: \(reason)")
    case .failed(let failure) where failure.cause == .redirectLoop:
      // More than five redirects: the standard takes the file as missing.
      .body([])
    case .failed(let failure):
      .unavailable("its robots.txt could not be read: \(failure.message)")
    }
  }
}
