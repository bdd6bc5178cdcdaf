import Archive
import Logging
import News

/// Runs a round of each outlet when something of it is due, so that one that is slow holds up no other.
struct RoundKeeper: Sendable {
  let round: Round
  let logger: Logger
  let notice: ServiceNotice
  /// How often the timetable is asked what is due.
  let tick: Duration

  private enum Occasion: Sendable {
    case tick
    case ended(outlet: String, failed: Bool)
  }

  /// Until the task is cancelled; everything seen is committed when it returns.
  func run() async {
    let pulse = Pulse()
    let clock = ContinuousClock()
    var running: Set<String> = []
    var restUntil: [String: ContinuousClock.Instant] = [:]
    await withTaskGroup(of: Occasion.self) { group in
      group.addTask { .tick }
      for await occasion in group {
        switch occasion {
        case .ended(let outlet, let failed):
          running.remove(outlet)
          // A disk that is full is not asked every few seconds.
          if failed { restUntil[outlet] = clock.now + .seconds(60) }
        case .tick:
          guard !Task.isCancelled else { continue }
          for outlet in await due()
          where !running.contains(outlet) && restUntil[outlet].map({ $0 <= clock.now }) ?? true {
            running.insert(outlet)
            group.addTask { await turn(outlet, pulse) }
          }
          group.addTask {
            try? await Task.sleep(for: tick)
            return .tick
          }
        }
        await feedWatchdog(pulse)
      }
    }
  }

  private func due() async -> [String] {
    do {
      let now = Round.now()
      if try await round.archive.replanIfClockWentBack(at: now) {
        logger.warning("the clock went back", metadata: ["action": "everything is planned anew from now"])
      }
      let due = try await round.archive.outletsDue(at: now)
      return round.outlets.filter(due.contains)
    } catch {
      logger.error("the timetable cannot be read", metadata: ["error": "\(error)"])
      return []
    }
  }

  private func turn(_ outlet: String, _ pulse: Pulse) async -> Occasion {
    await pulse.begin(outlet)
    let occasion = await perform(outlet, pulse)
    await pulse.end(outlet)
    return occasion
  }

  private func perform(_ outlet: String, _ pulse: Pulse) async -> Occasion {
    var options = Crawl.Options()
    options.dueOnly = true
    options.outlets = [outlet]
    do {
      let summary = try await round.run(options) { _, _ in Task { await pulse.beat(outlet) } }
      await RoundLog(logger: logger, outlet: outlet).tell(summary, of: round.archive)
      return .ended(outlet: outlet, failed: false)
    } catch is CancellationError {
      return .ended(outlet: outlet, failed: false)
    } catch {
      logger.error("round failed", metadata: ["outlet": "\(outlet)", "error": "\(error)"])
      return .ended(outlet: outlet, failed: true)
    }
  }

  private func feedWatchdog(_ pulse: Pulse) async {
    if let outlet = await pulse.stuck() {
      logger.critical("a round stands still; the watchdog is not fed", metadata: ["outlet": "\(outlet)"])
    } else {
      notice.alive()
    }
  }
}

/// The heartbeat, shared by the rounds under way.
private actor Pulse {
  private let clock = ContinuousClock()
  private var heart = Heartbeat()

  func begin(_ outlet: String) { heart.begin(outlet, at: clock.now) }
  func beat(_ outlet: String) { heart.beat(outlet, at: clock.now) }
  func end(_ outlet: String) { heart.end(outlet) }
  func stuck() -> String? { heart.stuck(at: clock.now) }
}
