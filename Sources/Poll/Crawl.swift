import Archive
import Detect
import Fetch
import Foundation
import News
import Parse

/// One round: every source polled, every article that is due looked at, all of it committed.
public struct Crawl: Sendable {
  let feeds: FeedsFile
  let archive: NewsArchive
  let fetcher: Fetcher
  let clock: @Sendable () -> Instant

  public init(
    feeds: FeedsFile, archive: NewsArchive, fetcher: Fetcher, clock: @escaping @Sendable () -> Instant
  ) {
    self.feeds = feeds
    self.archive = archive
    self.fetcher = fetcher
    self.clock = clock
  }

  /// How a round is told to go.
  public struct Options: Sendable {
    public var outlets: [String] = []
    public var recheck: NewsArchive.Recheck = .due
    /// Obey each source's interval and back-off.
    public var dueOnly = false
    public init() {}
  }

  /// Runs the round; `progress` gets done and total looks. Cancelling it keeps what was committed.
  public func run(_ options: Options, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws
    -> CrawlSummary
  {
    try archive.requireFree(feeds.minFree)
    let began = clock()
    let outlets = feeds.outlets.filter { options.outlets.isEmpty || options.outlets.contains($0.id) }
    var summary = CrawlSummary()
    let named = try await pollSources(of: outlets, options: options, into: &summary)
    try Task.checkCancellation()
    let errands = try await archive.errands(
      options.recheck, named: named, outlets: outlets.map(\.id), at: clock())
    try await visit(errands, outlets: outlets, into: &summary, progress: progress)
    summary.seconds = Double((clock() - began).inMilliseconds) / 1000
    return summary
  }

  private func pollSources(of outlets: [Outlet], options: Options, into summary: inout CrawlSummary) async throws
    -> [Int64]
  {
    var named: [Int64] = []
    let results = try await withThrowingTaskGroup(of: SourcePoll.Result?.self) { group in
      for outlet in outlets {
        for source in outlet.sources {
          group.addTask {
            let poll = SourcePoll(outlet: outlet, source: source, archive: archive, fetcher: fetcher, clock: clock)
            return try await poll.run(dueOnly: options.dueOnly)
          }
        }
      }
      return try await group.reduce(into: [SourcePoll.Result]()) { list, result in
        if let result { list.append(result) }
      }
    }
    for result in results {
      named += result.articles
      switch result.outcome {
      case "ok": summary.sourcesOK += 1
      case "not-modified": summary.sourcesNotModified += 1
      default: summary.sourcesFailed += 1
      }
      if !result.message.isEmpty { summary.troubles.append(result.message) }
    }
    return named
  }

  private func visit(
    _ errands: [NewsArchive.Errand], outlets: [Outlet], into summary: inout CrawlSummary,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws {
    let visits = Dictionary(
      uniqueKeysWithValues: outlets.map { ($0.id, PageVisit(outlet: $0, fetcher: fetcher, clock: clock)) })
    let intake = Intake(feeds)
    var batch: [Look] = []
    var done = 0
    try await withThrowingTaskGroup(of: Look?.self) { group in
      var queue = Self.interleaved(errands).makeIterator()
      // A host takes one request at a time; a few tasks more than hosts keep all of them busy.
      for _ in 0..<max(8, outlets.count * 4) {
        guard let errand = queue.next() else { break }
        group.addTask { await visits[errand.outlet]?.look(errand) }
      }
      while let look = try await group.next() {
        done += 1
        progress(done, errands.count)
        if let look { batch.append(look) }
        // Once cancelled, what is on its way ends and is kept.
        if !Task.isCancelled, let errand = queue.next() { group.addTask { await visits[errand.outlet]?.look(errand) } }
        if batch.count >= 64 { try await commit(&batch, intake, into: &summary) }
      }
    }
    try await commit(&batch, intake, into: &summary)
    try Task.checkCancellation()
  }

  private func commit(_ batch: inout [Look], _ intake: Intake, into summary: inout CrawlSummary) async throws {
    guard !batch.isEmpty else { return }
    let looks = batch.sorted { $0.article < $1.article }
    batch = []
    let failed = looks.filter(\.hasFailed)
    summary.articlesFailed += failed.count
    summary.troubles += failed.map(\.message)
    for receipt in try await archive.commit(looks, deciding: { intake.decide($0, $1) }) {
      summary.articlesLooked += 1
      if receipt.firstVersion { summary.articlesNew += 1 }
      summary.edited += receipt.events.count { $0 == "edited" }
      summary.deleted += receipt.events.count { $0 == "deleted" }
      summary.restored += receipt.events.count { $0 == "restored" }
      summary.moved += receipt.events.count { $0 == "moved" }
      summary.copies += receipt.copies
      summary.stale += receipt.stale
    }
    try archive.requireFree(feeds.minFree)
  }

  /// One errand of each outlet in turn, so that no host waits for another's queue.
  private static func interleaved(_ errands: [NewsArchive.Errand]) -> [NewsArchive.Errand] {
    let groups = Dictionary(grouping: errands, by: \.outlet).sorted { $0.key < $1.key }.map(\.value)
    let longest = groups.map(\.count).max() ?? 0
    return (0..<longest).flatMap { i in groups.compactMap { i < $0.count ? $0[i] : nil } }
  }
}
