import News

/// Fetches over HTTP: politely, within limits, and from public addresses only.
public final class Fetcher: Sendable {
  private let policy: FetchPolicy
  private let loop: TransferLoop
  private let gate: HostGate
  private let robots: RobotsCache

  /// Starts the thread that fetches; `shutDown` ends it.
  ///
  /// `robots` and `rests` are what an earlier run has read and was told, so that a restart neither asks for
  /// robots.txt again nor disturbs a host that asked to be left alone.
  public init(policy: FetchPolicy, robots: [RobotsFile] = [], rests: [HostRest] = []) {
    self.policy = policy
    self.robots = RobotsCache(known: robots, clock: policy.clock.wall)
    loop = TransferLoop(policy: policy)
    gate = HostGate(delay: policy.perHostDelay, rests: rests, clock: policy.clock)
  }

  /// A fetcher under another policy that goes on with the manners of one before it: its turns, rests and robots.txt.
  public init(policy: FetchPolicy, succeeding last: Fetcher) async {
    self.policy = policy
    robots = last.robots
    loop = TransferLoop(policy: policy)
    gate = last.gate
    await gate.keep(policy.perHostDelay)
  }

  deinit { loop.stop() }

  /// Ends all transfers; later requests are refused.
  public func shutDown() { loop.stop() }

  /// Every robots.txt read so far, to be kept for the next run.
  public func robotsFiles() async -> [RobotsFile] { await robots.files() }

  /// The hosts that asked to be left alone, to be kept for the next run.
  public func hostRests() async -> [HostRest] { await gate.rests() }

  /// Asks for an address and follows its redirects by hand, each hop under the same rules as the first.
  public func fetch(_ request: FetchRequest, obeyingRobots: Bool = true) async -> FetchOutcome {
    let lines = request.validatorLines
    guard !policy.userAgent.hasControlBytes, !lines.contains(where: \.hasControlBytes) else {
      return .refused("A header of the request holds control characters; the stored validators are damaged.")
    }
    do throws(Destination.Refusal) {
      return try await follow(Destination(request.url), request, obeyingRobots)
    } catch {
      return error.failure.map { .failed($0) } ?? .refused(error.reason)
    }
  }

  private func follow(
    _ start: Destination, _ request: FetchRequest, _ obeyingRobots: Bool
  ) async throws(Destination.Refusal) -> FetchOutcome {
    var address = start
    var redirects: [String] = []
    var isPermanent = true
    var hasRested = false
    var takesAll = false
    var left = policy.timeout
    while true {
      if obeyingRobots, let other = try await askRobots(about: address) { return other }
      var response: Response
      switch await send(address, request, takesAll: takesAll, &left) {
      case .answered(let answer): response = answer
      case .resting(let rest): return resting(address, rest)
      case .refused(let reason): return .refused(reason)
      case .failed(let failure): return .failed(failure)
      case .crowded:
        guard request.waitsForMemory else {
          return .resting("\(address.url): other pages take all the memory allowed", .seconds(1))
        }
        takesAll = true
        continue
      }
      if !hasRested, response.asksForShortRest(at: policy.clock.wall()) {
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
      if let hosts = request.hosts, address.authority != start.authority, !hosts.contains(address.host) {
        return .failed(FetchFailure(.leftSite, url: start.url, detail: "to \(address.url)"))
      }
    }
  }

  private func resting(_ address: Destination, _ rest: Duration) -> FetchOutcome {
    .resting("\(address.url): the host is left alone for another \(rest.components.seconds) s", rest)
  }

  /// One request in its host's turn; the time it takes comes off what is left.
  private func send(_ address: Destination, _ request: FetchRequest, takesAll: Bool, _ left: inout Duration)
    async -> TransferEnd
  {
    switch await gate.enter(address.authority) {
    case .cancelled:
      return .cancelled
    case .quiet(let rest):
      return .resting(rest)
    case .entered:
      guard left > .zero else {
        await gate.leave(address.authority, .none)
        return .failed(FetchFailure(.tooSlow, url: address.url))
      }
      let order = TransferOrder(
        url: address.url, headers: headers(address, request), timeout: left, cutsAfter: request.cutsAfter,
        takesAll: takesAll, waits: request.waitsForMemory)
      let finished = await loop.send(order)
      left -= finished.took
      await gate.leave(address.authority, finished.end.answer(at: policy.clock.wall()))
      return finished.end
    }
  }

  private func headers(_ address: Destination, _ request: FetchRequest) -> [String] {
    // The codings that curl unpacks by itself.
    [
      "Host: \(address.host)", "User-Agent: \(policy.userAgent)", "Accept: */*",
      "Accept-Encoding: gzip, deflate, br, zstd",
    ] + request.validatorLines
  }

  /// What robots.txt says against an address; nil where it may be fetched.
  private func askRobots(about address: Destination) async throws(Destination.Refusal) -> FetchOutcome? {
    let site = "\(address.scheme)://\(address.authority)"
    let answer = await robots.rules(for: site) { [self] in
      var request = FetchRequest(url: site + "/robots.txt")
      request.cutsAfter = RobotsRules.mostBytes
      return await fetch(request, obeyingRobots: false)
    }
    switch answer {
    case .rules(let rules) where rules.allows(path: address.target):
      return nil
    case .rules:
      return .forbidden("robots.txt of \(site) forbids \(address.url); ask the site for leave.")
    case .resting(let rest):
      return resting(address, rest)
    case .unavailable(let reason):
      throw Destination.Refusal(reason: "\(address.url) was not asked for: \(reason)")
    }
  }
}

extension TransferEnd {
  /// What the host's lane learns of it.
  fileprivate func answer(at now: Instant) -> HostLane.Answer {
    switch self {
    case .answered(let response): .status(response.status, retryAfter: response.retryAfter(now: now))
    case .failed(let failure): failure.cause.isSilence ? .silence : .none
    case .refused, .resting, .crowded: .none
    }
  }
}

extension FetchFailure.Cause {
  /// True where the host gave no answer at all.
  fileprivate var isSilence: Bool {
    switch self {
    case .dns, .connectionRefused, .unreachable, .reset, .connectTimeout, .firstByteTimeout, .tooSlow: true
    default: false
    }
  }
}

extension Response {
  /// 429 or 503 with a Retry-After that is worth waiting for; the host's gate does the waiting.
  func asksForShortRest(at now: Instant) -> Bool {
    guard status == 429 || status == 503, let rest = retryAfter(now: now) else { return false }
    return rest <= .seconds(5)
  }
  /// Where a redirect leads; nil where the answer is final.
  var redirectLocation: String? {
    guard [301, 302, 303, 307, 308].contains(status), let location = value("location") else { return nil }
    return location.isEmpty ? nil : location
  }
}
