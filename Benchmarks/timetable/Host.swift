import Fetch
import News
import Poll

/// One outlet's host over the whole time: its source, its articles, its faults and the daemon's restarts.
struct Host {
  /// What is to be asked for: the source (nil) or an article at a step.
  private struct Plan: Comparable {
    var at: Int64
    var article: Int64?
    var step: Int
    static func < (a: Plan, b: Plan) -> Bool { (a.at, a.article ?? -1) < (b.at, b.article ?? -1) }
  }

  static let delay: Duration = .seconds(2)
  private static let interval: Duration = .seconds(900)
  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 86_400_000
  private static let start: Int64 = 1_800_000_000_000

  private let outlet: Int64
  private let burst: Int
  private let looks = FeedsFile().looks
  private let epoch = ContinuousClock.now
  private var random: Randomness
  private var plans = Heap<Plan>()
  private var lane = HostLane()
  private var figures = Figures()
  private var failures = 0
  private var published: Int64 = 0
  private var lastEnd = Host.start - Host.hour
  private var hours = [Int](repeating: 0, count: Simulation.days * 24 + 1)
  private var looksInHour = [Int](repeating: 0, count: Simulation.days * 24 + 1)
  private var downUntil = Host.start

  init(outlet: Int64, burst: Int, random: Randomness) {
    self.outlet = outlet
    self.burst = burst
    self.random = random
  }

  mutating func run() -> Figures {
    let end = Self.start + Int64(Simulation.days) * Self.day
    plans.insert(Plan(at: Self.start + Int64(random.unit() * 900_000), article: nil, step: 0))
    while let plan = plans.popMin(), plan.at < end {
      let now = moment(of: plan)
      guard now < end else { continue }
      guard isWithinBudget(plan, at: now) else { continue }
      request(plan, at: now)
    }
    figures.busiestHour = hours.max() ?? 0
    return figures
  }

  /// When a plan is carried out: after the daemon is back, and when the lane lets it through.
  private mutating func moment(of plan: Plan) -> Int64 {
    var now = max(plan.at, lastEnd, downUntil)
    if random.unit() < 0.0001 {
      downUntil = now + Int64(random.unit() * 1_800_000)
      now = downUntil
      figures.restarts += 1
    }
    while true {
      switch lane.verdict(at: reading(now)) {
      case .go: return now
      case .wait(let rest), .quiet(let rest): now += max(1, rest.inMilliseconds)
      }
    }
  }

  private func reading(_ now: Int64) -> ContinuousClock.Instant { epoch + .milliseconds(now - Self.start) }

  private func hour(_ now: Int64) -> Int { Int((now - Self.start) / Self.hour) }

  /// Polls always are; of the looks, the deep ones are skipped and the others wait for the next hour.
  private mutating func isWithinBudget(_ plan: Plan, at now: Int64) -> Bool {
    guard let article = plan.article else { return true }
    let choice = LookBudget.choose(steps: [plan.step], remaining: LookBudget.perHour - looksInHour[hour(now)])
    if choice.made.isEmpty, choice.skipped.isEmpty {
      let next = Self.start + Int64(hour(now) + 1) * Self.hour
      plans.insert(Plan(at: next, article: article, step: plan.step))
      figures.putOff += 1
    } else if choice.made.isEmpty {
      figures.skipped += 1
      planLook(article, step: plan.step + 1, at: now)
    }
    return !choice.made.isEmpty
  }

  private mutating func request(_ plan: Plan, at now: Int64) {
    figures.closest = min(figures.closest, now - lastEnd)
    figures.requests += 1
    hours[hour(now)] += 1
    lastEnd = now + 50 + Int64(random.unit() * random.unit() * 5_000)
    let chance = random.unit()
    let status: Int? = chance < 0.01 ? nil : chance < 0.012 ? 503 : 200
    lane.finished(status.map { .status($0) } ?? .silence, delay: Self.delay, at: reading(lastEnd))
    if let article = plan.article {
      look(article, plan, at: now, isFault: status != 200)
    } else {
      poll(at: now, isFault: status != 200)
    }
  }

  private mutating func poll(at now: Int64, isFault: Bool) {
    figures.polls += 1
    failures = isFault ? failures + 1 : 0
    let next = Timetable.nextPoll(
      after: .init(interval: Self.interval, failures: failures), source: outlet, at: Instant(milliseconds: now))
    plans.insert(Plan(at: next.milliseconds, article: nil, step: 0))
    guard !isFault else { return }
    let age = now - Self.start
    let due = age * Int64(Simulation.itemsADay) / Self.day + (age > 20 * Self.day ? Int64(burst) : 0)
    while published < due {
      published += 1
      plans.insert(Plan(at: now, article: outlet << 32 | published, step: -1))
    }
  }

  private mutating func look(_ article: Int64, _ plan: Plan, at now: Int64, isFault: Bool) {
    figures.looks += 1
    looksInHour[hour(now)] += 1
    if now - plan.at <= 60_000 { figures.onTime += 1 }
    // A third of the articles are changed once or twice, mostly on the first day.
    let isChanged = plan.step >= 0 && !isFault && random.unit() < (plan.step < 6 ? 0.05 : 0.005)
    planLook(article, step: plan.step < 0 || isChanged ? 0 : plan.step + 1, at: now)
  }

  private mutating func planLook(_ article: Int64, step: Int, at now: Int64) {
    guard step < looks.count else { return }
    let next = Timetable.nextLook(
      step: step, of: looks, isGrave: false, article: article, at: Instant(milliseconds: now))
    plans.insert(Plan(at: next.milliseconds, article: article, step: step))
  }
}
