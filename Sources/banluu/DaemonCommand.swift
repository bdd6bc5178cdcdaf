import ArgumentParser
import News
import Poll

/// `banluu daemon`: the service.
struct DaemonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daemon", abstract: "Keep watching, as a service.",
    discussion: "SIGTERM stops it with everything committed; SIGHUP reads feeds.yaml again.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var feeds: FeedsOptions

  func run() async throws {
    try await Failure.reporting {
      _ = try FeedsFile.load(path: feeds.path)
      try await PollService.run(feedsPath: feeds.path, folder: archive.folder)
    }
  }
}
