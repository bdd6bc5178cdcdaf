import Archive
import ArgumentParser
import Foundation
import News
import Poll

/// `banluu crawl`: one round, now.
struct CrawlCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crawl", abstract: "Poll every source once and look at its articles.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var feeds: FeedsOptions
  @Option(help: "Only this outlet; may be given more than once.") var outlet: [String] = []
  @Option(help: "Which known articles are looked at again: due, all or none.") var recheck = NewsArchive.Recheck.due
  @Flag(help: "Obey each source's interval, as the timer unit does.") var due = false
  @Flag(help: "Print the summary as JSON.") var json = false
  @Flag(help: "Exit with 69 if any source failed.") var strict = false

  func run() async throws {
    try await Failure.reporting {
      let file = try FeedsFile.load(path: feeds.path)
      for id in outlet where !file.outlets.contains(where: { $0.id == id }) {
        throw Failure.exit(
          64, "no outlet \(id) in \(feeds.path); it has \(file.outlets.map(\.id).joined(separator: ", "))")
      }
      let round = try await Round(feeds: file, folder: archive.folder, holder: "crawl")
      defer { round.shutDown() }
      if let notice = round.archive.notice { Failure.say(Terminal.safe(notice)) }
      var options = Crawl.Options()
      options.outlets = outlet
      options.recheck = recheck
      options.dueOnly = due
      let task = Task { [options] in try await round.run(options, progress: Progress.bar()) }
      let stop = StopSignal {
        task.cancel()
        round.shutDown()
      }
      defer { stop.end() }
      do {
        try report(await task.value)
      } catch is CancellationError {
        Progress.clear()
        throw Failure.exit(130, "stopped; what was committed is kept, run the same command again to go on")
      }
    }
  }

  private static let mostTroubles = 20

  private func report(_ summary: CrawlSummary) throws {
    Progress.clear()
    if json { print(try ListOptions.encoded(CrawlJSON(summary))) } else { Terminal.show(Self.text(summary)) }
    for trouble in summary.troubles.prefix(Self.mostTroubles) { Failure.say(Terminal.safe(trouble)) }
    let more = summary.troubles.count - Self.mostTroubles
    if more > 0 { Failure.say("and \(more) more like these; `banluu query feeds` tells of every source") }
    let reached = summary.sourcesOK + summary.sourcesNotModified
    if summary.sourcesFailed > 0 && (reached == 0 || strict) { throw ExitCode(69) }
  }

  static func text(_ s: CrawlSummary) -> String {
    let seconds = String(format: "%.1f s", s.seconds)
    return Language.pick(
      """
      sources   \(s.sourcesOK) read, \(s.sourcesNotModified) not modified, \(s.sourcesFailed) failed
      articles  \(s.articlesNew) new, \(s.articlesLooked) looked at, \(s.articlesFailed) failed
      events    \(s.edited) edited, \(s.deleted) deleted, \(s.restored) restored, \(s.moved) moved, \(s.lost) lost
      copies    \(s.copies) new, \(s.stale) gone stale
      time      \(seconds)
      """,
      """
      nguồn     \(s.sourcesOK) đã đọc, \(s.sourcesNotModified) không đổi, \(s.sourcesFailed) lỗi
      bài       \(s.articlesNew) mới, \(s.articlesLooked) đã xem, \(s.articlesFailed) lỗi
      sự kiện   \(s.edited) sửa, \(s.deleted) gỡ, \(s.restored) đăng lại, \(s.moved) chuyển địa chỉ, \(s.lost) mất địa chỉ
      bài chép  \(s.copies) mới, \(s.stale) còn giữ lời cũ
      thời gian \(seconds)
      """)
  }
}

extension NewsArchive.Recheck: ExpressibleByArgument {}

/// The summary as `crawl --json` prints it.
struct CrawlJSON: Encodable {
  var sources: [String: Int]
  var articles: [String: Int]
  var events: [String: Int]
  var copies: Int
  var stale: Int
  var seconds: Double

  init(_ s: CrawlSummary) {
    sources = ["ok": s.sourcesOK, "not_modified": s.sourcesNotModified, "failed": s.sourcesFailed]
    articles = ["new": s.articlesNew, "looked": s.articlesLooked, "failed": s.articlesFailed]
    events = ["edited": s.edited, "deleted": s.deleted, "restored": s.restored, "moved": s.moved, "lost": s.lost]
    copies = s.copies
    stale = s.stale
    seconds = s.seconds
  }
}
