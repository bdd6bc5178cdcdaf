import ArgumentParser
import News
import Parse
import Poll

/// `banluu inspect feed`: what the parser makes of feeds, listing pages and sitemaps.
struct InspectFeed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "feed", abstract: "A feed as it is read.")
  @OptionGroup var feeds: FeedsOptions
  @Flag(help: "One JSON object a line.") var json = false
  @Option(help: "The Content-Type the server would send.") var contentType: String?
  @Option(help: "The feed's address, for relative links.") var url = ""
  @Option(help: "feed, listing or sitemap.") var kind = Source.Kind.feed
  @Argument(help: "Files or addresses.") var files: [String]

  func run() async throws {
    try await Failure.reporting {
      var bad = false
      var writer = FeedWriter()
      let parser = FeedParser(now: Round.now())
      for file in files {
        let payload = try await InspectCommand.payload(file, contentType: contentType, url: url, feeds: feeds)
        switch parser.parse(payload, for: Source(url: payload.url, kind: kind)) {
        case .success(let feed): if json { writer.write(feed) } else { Terminal.show(Self.text(feed)) }
        case .failure(let failure):
          bad = true
          if json { print("{}") }
          Failure.say(Terminal.safe("\(file): \(failure.message)"))
        }
      }
      if bad { throw ExitCode(65) }
    }
  }

  private static func text(_ feed: ParsedFeed) -> String {
    let damage = feed.damaged ? Language.pick(", damaged", ", hỏng một phần") : ""
    let head = [
      Terminal.styled(feed.title.isEmpty ? feed.format : feed.title, .bold),
      "   \(feed.format), \(feed.encoding)\(damage), "
        + Language.pick("\(feed.entries.count) entries", "\(feed.entries.count) mục"),
    ]
    let entries = feed.entries.map { entry in
      let date = (entry.published ?? entry.updated)?.instant.map { Terminal.local($0.rfc3339) + "  " } ?? ""
      return "\(date)\(entry.title)\n   " + Terminal.styled(entry.link, .dim)
    }
    let parts = feed.parts.map { "\($0.title.isEmpty ? "" : $0.title + "\n   ")" + Terminal.styled($0.url, .dim) }
    return (head + entries + parts).joined(separator: "\n")
  }
}

extension Source.Kind: ExpressibleByArgument {}
