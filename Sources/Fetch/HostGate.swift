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

  private let delay: Duration
  private let clock = ContinuousClock()
  private var lanes: [String: HostLane] = [:]
  private var queues: [String: [Waiter]] = [:]
  private var nextID = 0

  init(delay: Duration) { self.delay = delay }

  /// Waits for the turn; whoever has entered must leave.
  func enter(_ host: String) async -> Entry {
    guard await takeTurn(host) else { return .cancelled }
    while true {
      switch lanes[host, default: HostLane()].verdict(at: clock.now) {
      case .go:
        return .entered
      case .quiet(let rest):
        passTurn(host)
        return .quiet(rest)
      case .wait(let rest):
        do {
          try await clock.sleep(for: rest)
        } catch {
          passTurn(host)
          return .cancelled
        }
      }
    }
  }

  /// Ends a turn with what the host answered.
  func leave(_ host: String, status: Int?, retryAfter: Duration?) {
    lanes[host, default: HostLane()].finished(status: status, retryAfter: retryAfter, delay: delay, at: clock.now)
    passTurn(host)
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
