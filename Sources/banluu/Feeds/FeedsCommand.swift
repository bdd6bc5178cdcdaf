import ArgumentParser
import News

/// `banluu feeds`: care for feeds.yaml.
struct FeedsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "Check, find and add the outlets to watch.",
    subcommands: [Check.self, FeedsDiscover.self, FeedsAdd.self, FeedsOPML.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read feeds.yaml and list every error in it.")
    @OptionGroup var feeds: FeedsOptions

    func run() async throws {
      try await Failure.reporting {
        let file = try FeedsFile.load(path: feeds.path)
        let sources = file.outlets.reduce(0) { $0 + $1.sources.count }
        print("\(feeds.path): \(file.outlets.count) outlets, \(sources) sources, no errors")
      }
    }
  }
}
