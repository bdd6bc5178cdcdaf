import Archive
import Detect
import News

/// Looks at the pages of one round. What is plain is committed as it comes; pages that are gone or changed are held
/// to the round's end, when it shows whether they are alone.
struct PageRound {
  /// Changed pages of an outlet held at most, so that memory stays bounded.
  private static let mostHeld = 256

  private let archive: NewsArchive
  private let clock: @Sendable () -> Instant
  private let feeds: FeedsFile
  private let visits: [String: PageVisit]
  private var plain: [Look] = []
  private var changed: [String: [Look]] = [:]
  private var rechecked: [String: Int] = [:]
  private var gone: [String: GoneGuard] = [:]
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
      if case .live(let seen) = look.outcome, seen.text.hash != hash {
        changed[outlet, default: []].append(look)
        if changed[outlet, default: []].count >= Self.mostHeld { try await settleChanged(outlet) }
        return
      }
    }
    plain.append(look)
    if plain.count >= 64 { try await commitPlain() }
  }

  private mutating func commitPlain() async throws {
    try await commit(plain, furniture: [])
    plain = []
  }

  private mutating func settleChanged(_ outlet: String) async throws {
    guard let looks = changed.removeValue(forKey: outlet) else { return }
    let before = try await archive.texts(of: looks.map(\.article))
    let changes = looks.compactMap { look -> (before: ArticleText, after: ArticleText)? in
      guard case .live(let seen) = look.outcome, let old = before[look.article] else { return nil }
      return (old, seen.text)
    }
    let learned = TemplateGuard.furniture(changes: changes, rechecked: rechecked[outlet, default: 0])
    try await archive.learn(learned, of: outlet, at: clock())
    try await commit(looks.map { $0.without(learned) }, furniture: learned)
  }

  private mutating func settleGone(_ outlet: String) async throws {
    guard let held = gone.removeValue(forKey: outlet), !held.gone.isEmpty else { return }
    var refuted: Set<AddressFamily> = []
    if !held.unproven.isEmpty, let visit = visits[outlet],
      let control = try await archive.control(outlet: outlet, besides: held.gone.map(\.look.article)),
      let look = await visit.look(control)
    {
      if case .live = look.outcome {
        plain.append(look)
      } else if case .unchanged = look.outcome {
        plain.append(look)
      } else {
        refuted = Set(held.unproven.map { AddressFamily($0.url) })
      }
    }
    try await commitPlain()
    let looks = held.judged(refuted: refuted)
    let lost = looks.count { if case .lost = $0.outcome { true } else { false } }
    if lost > 0 {
      let text = "\(lost) addresses answered at once that they are gone; taken as lost addresses, not as deletions"
      summary.troubles.append("\(outlet): \(text)")
    }
    try await commit(looks, furniture: [])
  }

  private mutating func commit(_ looks: [Look], furniture: Set<String>) async throws {
    let intake = Intake(feeds, furniture: furniture)
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
  /// The look with furniture taken out of what it saw.
  fileprivate func without(_ furniture: Set<String>) -> Look {
    guard !furniture.isEmpty, case .live(var seen) = outcome else { return self }
    seen.text = seen.text.without(furniture)
    var look = self
    look.outcome = .live(seen)
    return look
  }
}
