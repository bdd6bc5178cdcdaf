import News

/// Lets one request at a time through to each host and port, a delay apart.
actor HostGate {
  enum Entry: Sendable {
    case entered
    case quiet(Duration)
    case cancelled
  }

  private struct Waiter {
    let id: Int
    let turn: CheckedContinuation<Bool, Never>
  }

  /// Lanes kept before those are dropped that would let anybody through: redirects may name any number of hosts.
  private static let mostLanes = 4096

  private var delay: Duration
  private let clock: FetchClock
  private var lanes: [String: HostLane] = [:]
  private var queues: [String: [Waiter]] = [:]
  private var nextID = 0

  /// Goes on with the rests an earlier run was asked for.
  init(delay: Duration, rests: [HostRest] = [], clock: FetchClock = .system) {
    self.delay = delay
    self.clock = clock
    for rest in rests {
      let left = min(rest.until - clock.wall(), .seconds(24 * 3600))
      guard left > .zero else { continue }
      lanes[rest.host] = HostLane(strikes: rest.strikes, restingFor: left, at: clock.steady())
    }
  }

  /// The quiet time between two requests from now on.
  func keep(_ delay: Duration) { self.delay = delay }

  /// The hosts that asked to be left alone, and until when.
  func rests() -> [HostRest] {
    lanes.compactMap { host, lane in
      lane.askedRest(at: clock.steady()).map { HostRest(host: host, until: clock.wall() + $0, strikes: lane.strikes) }
    }.sorted { $0.host < $1.host }
  }

  /// Waits for the turn; whoever has entered must leave.
  func enter(_ host: String) async -> Entry {
    guard await takeTurn(host) else { return .cancelled }
    while true {
      switch lanes[host, default: HostLane()].verdict(at: clock.steady()) {
      case .go:
        return .entered
      case .quiet(let rest):
        passTurn(host)
        return .quiet(rest)
      case .wait(let rest):
        do {
          try await clock.sleep(rest)
        } catch {
          passTurn(host)
          return .cancelled
        }
      }
    }
  }

  /// Ends a turn with what the host answered.
  func leave(_ host: String, _ answer: HostLane.Answer) {
    lanes[host, default: HostLane()].finished(answer, delay: delay, at: clock.steady())
    passTurn(host)
    guard lanes.count > Self.mostLanes else { return }
    let now = clock.steady()
    lanes = lanes.filter { queues[$0.key] != nil || !$0.value.isForgettable(at: now) }
  }

  /// A queue exists exactly while somebody holds the turn.
  private func takeTurn(_ host: String) async -> Bool {
    guard queues[host] != nil else {
      queues[host] = []
      return true
    }
    nextID += 1
    let id = nextID
    return await withTaskCancellationHandler {
      await withCheckedContinuation { turn in
        if Task.isCancelled {
          turn.resume(returning: false)
        } else {
          queues[host, default: []].append(Waiter(id: id, turn: turn))
        }
      }
    } onCancel: {
      Task { await self.giveUp(id, host) }
    }
  }

  private func giveUp(_ id: Int, _ host: String) {
    guard let place = queues[host]?.firstIndex(where: { $0.id == id }) else { return }
    queues[host]?.remove(at: place).turn.resume(returning: false)
  }

  private func passTurn(_ host: String) {
    guard var queue = queues[host], !queue.isEmpty else {
      queues[host] = nil
      return
    }
    let next = queue.removeFirst()
    queues[host] = queue
    next.turn.resume(returning: true)
  }
}
