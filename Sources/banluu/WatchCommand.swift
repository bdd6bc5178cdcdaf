import Archive
import ArgumentParser
import News
import Poll
import Query

/// `banluu watch`: archive one article now, and keep looking.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Archive one article now, and look at it again by the timetable.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var feeds: FeedsOptions
  @Argument(help: "The article's address, on the hosts of an outlet in feeds.yaml.") var url: String
  @Flag(help: "Only this one look.") var once = false

  func run() async throws {
    try await Failure.reporting {
      let file = try FeedsFile.load(path: feeds.path)
      guard let outlet = file.outlets.first(where: { Identity($0).owns(url: url) }) else {
        throw Failure.exit(65, "\(url) is on no outlet's hosts; add its host to an outlet in \(feeds.path)")
      }
      let desk = try WatchDesk(folder: archive.folder)
      let article = try desk.watch(
        outlet: outlet, url: url, keys: Identity(outlet).keys(url: url), once: once, at: Round.now())
      do {
        let round = try await Round(feeds: file, folder: archive.folder, holder: "watch")
        defer { round.shutDown() }
        _ = try await round.look(at: article, outlet: outlet.id)
      } catch let error as ArchiveError where error.cause == .locked {
        return print("noted; whoever writes the archive looks at it next (\(error.message))")
      }
      try report(article)
    }
  }

  private func report(_ article: Int64) throws {
    guard let item = try ArchiveQuery(folder: archive.folder).item(article) else { return }
    guard item.currentVersion > 0 else {
      throw Failure.exit(
        69, "\(url) could not be archived yet: \(item.lastOutcome ?? "no answer"); it stays on the timetable")
    }
    Terminal.show(QueryHistory.text(item))
  }
}
