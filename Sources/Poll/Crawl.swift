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
    if options.dueOnly { _ = try await archive.replanIfClockWentBack(at: began) }
    let outlets = feeds.outlets.filter { options.outlets.isEmpty || options.outlets.contains($0.id) }
    var summary = CrawlSummary()
    let named = try await pollSources(of: outlets, options: options, into: &summary) { progress(0, 0) }
    try Task.checkCancellation()
    let errands = try await archive.errands(
      options.recheck, named: named, outlets: outlets.map(\.id), dueOnly: options.dueOnly, at: clock())
    let affordable = options.dueOnly ? try await withinBudget(errands) : errands
    try await visit(affordable, outlets: outlets, into: &summary, progress: progress)
    summary.seconds = Double((clock() - began).inMilliseconds) / 1000
    return summary
  }

  /// What each host can be asked for in this hour; deep looks beyond that are skipped and counted.
  private func withinBudget(_ errands: [NewsArchive.Errand]) async throws -> [NewsArchive.Errand] {
    guard !errands.isEmpty else { return [] }
    let now = clock()
    let spent = try await archive.looks(from: now + .seconds(-3600), to: now)
    var made: [NewsArchive.Errand] = []
    for (host, due) in Dictionary(grouping: errands, by: { WebAddress.host($0.url) ?? "" }) {
      let choice = LookBudget.choose(steps: due.map(\.step), remaining: LookBudget.perHour - spent[host, default: 0])
      made += choice.made.map { due[$0] }
      for (outlet, skipped) in Dictionary(grouping: choice.skipped.map({ due[$0] }), by: \.outlet) {
        let next = skipped.map { errand in
          (
            article: errand.article,
            next: Timetable.nextLook(
              step: errand.step + 1, of: feeds.looks, isGrave: false, article: errand.article, at: now)
          )
        }
        try await archive.skip(next, of: outlet)
      }
    }
    return made
  }

  /// Looks at one article only, whatever the timetable says.
  func look(at article: Int64, outlet: String) async throws -> CrawlSummary {
    let began = clock()
    try archive.requireFree(feeds.minFree)
    var summary = CrawlSummary()
    let errands = try await archive.errands(.none, named: [article], outlets: [outlet], at: clock())
    let outlets = feeds.outlets.filter { $0.id == outlet }
    try await visit(errands.filter { $0.article == article }, outlets: outlets, into: &summary) { _, _ in }
    summary.seconds = Double((clock() - began).inMilliseconds) / 1000
    return summary
  }

  private func pollSources(
    of outlets: [Outlet], options: Options, into summary: inout CrawlSummary, polled: @escaping @Sendable () -> Void
  ) async throws -> [Int64] {
    var named: [Int64] = []
    let states = try await archive.sources(of: outlets.map(\.id))
    let now = clock()
    let results = try await withThrowingTaskGroup(of: SourcePoll.Result.self) { group in
      for outlet in outlets {
        for source in outlet.sources {
          guard let state = states[source.url], !options.dueOnly || state.nextPoll <= now else { continue }
          group.addTask {
            let poll = SourcePoll(outlet: outlet, source: source, archive: archive, fetcher: fetcher, clock: clock)
            return try await poll.run(state)
          }
        }
      }
      return try await group.reduce(into: [SourcePoll.Result]()) { list, result in
        polled()
        list.append(result)
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
    var visits: [String: PageVisit] = [:]
    for outlet in outlets {
      let reading = PageReading(outlet: outlet, furniture: Furniture(try await archive.furniture(of: outlet.id)))
      visits[outlet.id] = PageVisit(reading: reading, looks: feeds.looks, fetcher: fetcher, clock: clock)
    }
    var round = PageRound(archive: archive, feeds: feeds, visits: visits, summary: summary, clock: clock)
    defer { summary = round.summary }
    try await round.run(errands, progress: progress)
    try archive.requireFree(feeds.minFree)
  }
}
