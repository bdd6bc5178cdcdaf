import Archive
import Detect
import News

/// Looks at the pages of one round. What is plain is committed as it comes; pages that are gone or changed are held
/// to the round's end, when it shows whether they are alone.
struct PageRound {
  /// Changed pages of an outlet held at most, so that memory stays bounded.
  private static let mostHeld = 256
  /// What all looks that are held may take, bodies and words.
  private static let mostBytes = 32 << 20

  private let archive: NewsArchive
  private let clock: @Sendable () -> Instant
  private let feeds: FeedsFile
  private let visits: [String: PageVisit]
  private var plain = HeldLooks(most: 64)
  private var changed: [String: HeldLooks] = [:]
  /// Each outlet's reading, once furniture was learned in this round.
  private var readings: [String: PageReading] = [:]
  private var rechecked: [String: Int] = [:]
  private var gone: [String: GoneGuard] = [:]
  /// How many articles of an outlet state another date or author beside the same words.
  private var restated: [String: Int] = [:]
  private var addresses: [Int64: String] = [:]
  private(set) var summary: CrawlSummary

  init(
    archive: NewsArchive, feeds: FeedsFile, visits: [String: PageVisit], summary: CrawlSummary,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.archive = archive
    self.feeds = feeds
    self.visits = visits
    self.summary = summary
    self.clock = clock
  }

  /// Visits every errand; when it is cancelled, what was already seen is committed.
  mutating func run(_ errands: [NewsArchive.Errand], progress: @Sendable (Int, Int) -> Void) async throws {
    var done = 0
    // A host takes one request at a time; a few tasks more than hosts keep all of them busy.
    let width = max(8, visits.count * 4)
    try await withThrowingTaskGroup(of: Visited.self) { [visits] group in
      var queue = Self.interleaved(errands).makeIterator()
      func start(_ errand: NewsArchive.Errand) {
        group.addTask { Visited(errand: errand, look: await visits[errand.outlet]?.look(errand)) }
      }
      for _ in 0..<width { if let errand = queue.next() { start(errand) } }
      while let visited = try await group.next() {
        done += 1
        progress(done, errands.count)
        if let look = visited.look { try await note(look, visited.errand) }
        if !Task.isCancelled, let errand = queue.next() { start(errand) }
      }
    }
    try await commitPlain()
    try Task.checkCancellation()
    for outlet in changed.keys.sorted() { try await settleChanged(outlet) }
    for outlet in gone.keys.sorted() { try await settleGone(outlet) }
  }

  private struct Visited: Sendable {
    let errand: NewsArchive.Errand
    let look: Look?
  }

  private mutating func note(_ look: Look, _ errand: NewsArchive.Errand) async throws {
    let outlet = errand.outlet
    gone[outlet, default: GoneGuard()].note(look, url: errand.url)
    if case .gone = look.outcome { return }
    if let hash = errand.textHash {
      rechecked[outlet, default: 0] += 1
      if case .live(let seen) = look.outcome, isOther(seen, errand, hash) {
        addresses[look.article] = errand.url
        changed[outlet, default: HeldLooks(most: Self.mostHeld)].hold(look)
        if changed[outlet]?.isFull ?? false { try await settleChanged(outlet) }
        return try await lighten()
      }
    }
    plain.hold(look)
    if plain.isFull { try await commitPlain() }
    try await lighten()
  }

  /// Commits what is plain, then the heaviest outlets' changed pages, until all that is held is light enough.
  private mutating func lighten() async throws {
    func isTooHeavy() -> Bool { changed.values.reduce(plain.bytes) { $0 + $1.bytes } > Self.mostBytes }
    guard isTooHeavy() else { return }
    try await commitPlain()
    while isTooHeavy(), let heaviest = changed.max(by: { ($0.value.bytes, $1.key) < ($1.value.bytes, $0.key) }) {
      try await settleChanged(heaviest.key)
    }
  }

  private mutating func isOther(_ seen: PageSeen, _ errand: NewsArchive.Errand, _ hash: String) -> Bool {
    if seen.text.hash != hash { return true }
    let restatement = Restatement(published: errand.versionPublished, author: errand.versionAuthor, by: seen)
    if restatement.isEmpty { return false }
    restated[errand.outlet, default: 0] += 1
    return true
  }

  private mutating func commitPlain() async throws {
    try await commit(plain.take())
  }

  private mutating func settleChanged(_ outlet: String) async throws {
    guard let looks = changed.removeValue(forKey: outlet)?.looks, let visit = visits[outlet] else { return }
    let count = rechecked[outlet, default: 0]
    let isTemplate = TemplateGuard.isTemplate(restated: restated[outlet, default: 0], rechecked: count)
    let pages = ChangedPages(
      archive: archive, reading: readings[outlet] ?? visit.reading,
      looks: isTemplate ? looks.map(\.withoutStatements) : looks, rechecked: count, clock: clock)
    let (settled, furniture) = try await pages.settle()
    readings[outlet] = PageReading(outlet: visit.reading.outlet, furniture: furniture)
    for look in settled where look.isGone {
      gone[outlet, default: GoneGuard()].correct(look, url: addresses[look.article] ?? "")
    }
    try await commit(settled.filter { !$0.isGone })
  }

  private mutating func settleGone(_ outlet: String) async throws {
    guard var held = gone.removeValue(forKey: outlet), !held.gone.isEmpty else { return }
    held.remember(try await archive.lastLooks(of: outlet, since: clock() + GoneGuard.window * -1))
    var refuted: Set<AddressFamily> = []
    if let url = held.unproven.first?.url, let visit = visits[outlet],
      let control = try await control(of: outlet, like: url, besides: held.gone.map(\.look.article)),
      let look = await visit.look(control)
    {
      switch look.outcome {
      // Other words are judged in a round of their own, beside those of other articles: here it was only asked for life.
      case .live(let seen): if seen.text.hash == control.textHash { plain.hold(look) }
      case .unchanged: plain.hold(look)
      case .gone, .lost, .blocked, .failed: refuted = Set(held.unproven.map { AddressFamily($0.url) })
      }
    }
    try await commitPlain()
    let looks = held.judged(refuted: refuted)
    try await commit(looks)
    let lost = looks.filter { if case .lost = $0.outcome { true } else { false } }.map(\.article)
    if lost.isEmpty { return }
    let text = "\(lost.count) addresses answered at once that they are gone; taken as lost addresses, not as deletions"
    summary.troubles.append("\(outlet): \(text)")
    if let receipt = try await archive.recordLoss(of: lost, outlet: outlet, at: clock()) { summary.note(receipt) }
  }

  /// An article that was there at its last look, of the same family of addresses where there is one.
  private func control(of outlet: String, like url: String, besides gone: [Int64]) async throws -> NewsArchive.Errand? {
    let controls = try await archive.controls(outlet: outlet, besides: gone)
    return controls.first { AddressFamily($0.url) == AddressFamily(url) } ?? controls.first
  }

  private mutating func commit(_ looks: [Look]) async throws {
    let intake = Intake(feeds)
    let failed = looks.filter(\.hasFailed)
    summary.articlesFailed += failed.count
    summary.troubles += failed.map(\.message).filter { !$0.isEmpty }
    var rest = looks.sorted { $0.article < $1.article }[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(64))
      rest = rest.dropFirst(64)
      for receipt in try await archive.commit(batch, deciding: { intake.decide($0, $1) }) { summary.count(receipt) }
    }
  }

  /// One errand of each outlet in turn, so that no host waits for another's queue.
  private static func interleaved(_ errands: [NewsArchive.Errand]) -> [NewsArchive.Errand] {
    let groups = Dictionary(grouping: errands, by: \.outlet).sorted { $0.key < $1.key }.map(\.value)
    let longest = groups.map(\.count).max() ?? 0
    return (0..<longest).flatMap { i in groups.compactMap { i < $0.count ? $0[i] : nil } }
  }
}

extension Look {
  /// The look without what is stated beside the words.
  fileprivate var withoutStatements: Look {
    guard case .live(var seen) = outcome else { return self }
    seen.statedPublished = nil
    seen.statedAuthor = nil
    var look = self
    look.outcome = .live(seen)
    return look
  }

  fileprivate var isGone: Bool { if case .gone = outcome { true } else { false } }
}
