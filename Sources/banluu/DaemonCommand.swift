import ArgumentParser
import Foundation
import News
import Poll

/// `banluu daemon`: rounds by the timetable until SIGTERM or SIGINT.
struct DaemonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "daemon", abstract: "Keep watching, as a service.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var feeds: FeedsOptions

  func run() async throws {
    try await Failure.reporting {
      let file = try FeedsFile.load(path: feeds.path)
      let round = try await Round(feeds: file, folder: archive.folder, holder: "daemon")
      defer { round.shutDown() }
      let task = Task { try await Self.rounds(round) }
      let stop = StopSignal { task.cancel() }
      defer { stop.end() }
      do { try await task.value } catch is CancellationError {}
    }
  }

  private static func rounds(_ round: Round) async throws {
    var options = Crawl.Options()
    options.dueOnly = true
    while true {
      let summary = try await round.crawl.run(options)
      if summary.articlesLooked > 0 || summary.sourcesFailed > 0 {
        print(try ListOptions.encoded(CrawlJSON(summary)))
      }
      try await Task.sleep(for: .seconds(5))
    }
  }
}
