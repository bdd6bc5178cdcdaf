import Archive
import ArgumentParser
import Foundation
import News
import Poll
import Query
import Rehearse

/// `banluu demo`: the main job on a small press of our own, without a network.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Show crawl and query on a small press served on loopback.")

  @Option(help: "Where the demo's archive goes; made anew.") var archive = "demo-archive"

  func run() async throws {
    try await Failure.reporting {
      try clear()
      let server = try PressServer()
      defer { server.stop() }
      guard case .success(let feeds) = FeedsFile.parse(server.feedsYAML) else {
        throw Failure.exit(70, "the demo's own feeds.yaml does not load; please report this")
      }
      let round = try await Round(feeds: feeds, folder: archive, holder: "crawl")
      defer { round.shutDown() }
      try Data().write(to: URL(fileURLWithPath: mark))
      var options = Crawl.Options()
      options.recheck = .all
      for number in 1...PressWorld.rounds {
        if number > 1 { server.advance() }
        let summary = try await round.run(options)
        print("== round \(number) ==\n\(CrawlCommand.text(summary))\n")
      }
      try show(ArchiveQuery(folder: archive))
    }
  }

  /// Tells a demo's archive from one that somebody needs.
  private var mark: String { archive + "/made-by-demo" }

  /// Only a folder that an earlier demo made is removed.
  private func clear() throws {
    guard FileManager.default.fileExists(atPath: archive) else { return }
    guard FileManager.default.fileExists(atPath: mark) else {
      throw Failure.exit(73, "\(archive) exists and no demo made it; name another folder with --archive")
    }
    try FileManager.default.removeItem(atPath: archive)
  }

  private func show(_ query: ArchiveQuery) throws {
    var filter = EventFilter()
    filter.kinds = ["edited", "deleted", "restored"]
    let lists = [
      ("banluu query edits", try query.edits(filter).map(QueryEdits.text)),
      ("banluu query copies", try query.copies(CopyFilter()).map(QueryCopies.text)),
      ("banluu query stale", try query.stale(all: false).map(QueryStale.text)),
    ]
    for (command, rows) in lists {
      Terminal.show(Terminal.styled("== \(command) ==", .bold) + "\n" + rows.joined(separator: "\n\n") + "\n")
    }
    print(Language.pick("Ask more: ", "Hỏi thêm: ") + "banluu query history ARTICLE --archive \(archive)")
  }
}
