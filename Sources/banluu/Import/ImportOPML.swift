import ArgumentParser
import News
import Parse
import Poll

/// `banluu import opml`: the subscriptions of a feed reader into feeds.yaml.
struct ImportOPML: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opml", abstract: "Add the feeds of an OPML file to feeds.yaml, whose comments stay.")
  @OptionGroup var feeds: FeedsOptions
  @Flag(help: "Print the block for feeds.yaml and change nothing.") var dryRun = false
  @Argument(help: "The file.") var file: String

  func run() async throws {
    try await Failure.reporting {
      let payload = Payload(bytes: try InspectCommand.read(file), url: "")
      switch FeedParser().parse(payload, for: Source(url: "")) {
      case .failure(let failure):
        throw Failure.exit(65, Terminal.safe("\(file): \(failure.message); an OPML file is needed"))
      case .success(let outline):
        guard outline.format == "opml" else {
          throw Failure.exit(65, "\(file) is \(outline.format) and no OPML; `feeds add URL` adds a feed itself")
        }
        try add(OutlineOutlets.read(outline.parts), isWhole: !outline.damaged)
      }
    }
  }

  private func add(_ read: (outlets: [Outlet], unusable: [String]), isWhole: Bool) throws {
    guard !read.outlets.isEmpty else { throw Failure.exit(65, "\(file) names no feed that can be polled") }
    if dryRun {
      print(read.outlets.flatMap { FeedsFileBlock.lines(of: $0) }.map { "  " + $0 }.joined(separator: "\n"))
    } else {
      try feeds.add(read.outlets)
    }
    for address in read.unusable { Failure.say(Terminal.safe("\(file): '\(address)' cannot be polled; left out")) }
    if !isWhole { Failure.say("\(file) is damaged; the feeds before the damage were taken") }
    if !isWhole || !read.unusable.isEmpty { throw ExitCode(65) }
  }
}
