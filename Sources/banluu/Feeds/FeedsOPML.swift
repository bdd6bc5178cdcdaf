import ArgumentParser
import Export
import News

/// `banluu feeds opml`: the sources of feeds.yaml for a feed reader.
struct FeedsOPML: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opml", abstract: "Print the feeds of feeds.yaml as OPML, for any feed reader.")
  @OptionGroup var feeds: FeedsOptions

  func run() async throws {
    try await Failure.reporting { print(OPML(try FeedsFile.load(path: feeds.path).outlets).xml, terminator: "") }
  }
}
