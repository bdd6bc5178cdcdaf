import News

/// Fetches over HTTP: politely, within limits, and from public addresses only.
public final class Fetcher: Sendable {
  private let policy: FetchPolicy
  private let loop: TransferLoop
  private let gate: HostGate
  private let robots: RobotsCache

  /// Starts the thread that fetches; `shutDown` ends it. `robots` are the files an earlier run has read, so that a
  /// restart does not ask for them again.
  public init(policy: FetchPolicy, robots: [RobotsFile] = []) {
    self.policy = policy
    self.robots = RobotsCache(known: robots)
    loop = TransferLoop(policy: policy)
    gate = HostGate(delay: policy.perHostDelay)
  }

  deinit { loop.stop() }

  /// Ends all transfers; later requests are refused.
  public func shutDown() { loop.stop() }

  /// Every robots.txt read so far, to be kept for the next run.
  public func robotsFiles() async -> [RobotsFile] { await robots.files() }

  /// Asks for an address and follows its redirects by hand, each hop under the same rules as the first.
  public func fetch(_ request: FetchRequest, obeyingRobots: Bool = true) async -> FetchOutcome {
    let lines = request.validatorLines
    guard !policy.userAgent.hasControlBytes, !lines.contains(where: \.hasControlBytes) else {
      return .refused("A header of the request holds control characters; the stored validators are damaged.")
    }
    do throws(Destination.Refusal) {
      return try await follow(Destination(request.url), lines, obeyingRobots)
    } catch {
      return error.failure.map { .failed($0) } ?? .refused(error.reason)
    }
  }

  private func follow(
    _ start: Destination, _ lines: [String], _ obeyingRobots: Bool
  ) async throws(Destination.Refusal) -> FetchOutcome {
    var address = start
    var redirects: [String] = []
    var isPermanent = true
    var hasRested = false
    while true {
      if obeyingRobots, let forbidden = try await askRobots(about: address) { return .forbidden(forbidden) }
      var response: Response
      switch await send(address, lines) {
      case .answered(let answer): response = answer
      case .refused(let reason): return .refused(reason)
      case .failed(let failure): return .failed(failure)
      }
      if !hasRested, response.asksForShortRest {
        hasRested = true
        continue
      }
      guard let location = response.redirectLocation else {
        response.redirects = redirects
        response.permanentlyMoved = !redirects.isEmpty && isPermanent
        return response.status == 304 ? .notModified(response) : .fresh(response)
      }
      redirects.append(address.url)
      isPermanent = isPermanent && (response.status == 301 || response.status == 308)
      address = try address.following(location)
      if redirects.count > policy.maxRedirects || redirects.contains(address.url) {
        return .failed(FetchFailure(.redirectLoop, url: start.url))
      }
    }
  }

  /// One request in its host's turn.
  private func send(_ address: Destination, _ lines: [String]) async -> TransferEnd {
    switch await gate.enter(address.authority) {
    case .cancelled:
      return .cancelled
    case .quiet(let rest):
      return .refused("\(address.authority) asked to be left alone for another \(rest.components.seconds) s.")
    case .entered:
      let end = await loop.send(url: address.url, headerLines: lines)
      var answer: Response?
      if case .answered(let response) = end { answer = response }
      let retryAfter = answer?.retryAfter(now: .wallClock)
      await gate.leave(address.authority, status: answer?.status, retryAfter: retryAfter)
      return end
    }
  }

  /// What robots.txt says against an address; nil where it may be fetched.
  private func askRobots(about address: Destination) async throws(Destination.Refusal) -> String? {
    let site = "\(address.scheme)://\(address.authority)"
    let answer = await robots.rules(for: site) { [self] in
      await fetch(FetchRequest(url: site + "/robots.txt"), obeyingRobots: false)
    }
    switch answer {
    case .rules(let rules) where rules.allows(path: address.target):
      return nil
    case .rules:
      return "robots.txt of \(site) forbids \(address.url); ask the site for leave."
    case .unavailable(let reason):
      throw Destination.Refusal(reason: "\(address.url) was not asked for: \(reason)")
    }
  }
}

extension Response {
  /// 429 or 503 with a Retry-After that is worth waiting for; the host's gate does the waiting.
  var asksForShortRest: Bool {
    guard status == 429 || status == 503, let rest = retryAfter(now: .wallClock) else { return false }
    return rest <= .seconds(5)
  }
  /// Where a redirect leads; nil where the answer is final.
  var redirectLocation: String? {
    guard [301, 302, 303, 307, 308].contains(status), let location = value("location") else { return nil }
    return location.isEmpty ? nil : location
  }
}
