import ArgumentParser
import News
import Parse

/// `banluu inspect page`: what the extractor makes of article pages.
struct InspectPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "page", abstract: "An article page as it is read.")
  @OptionGroup var feeds: FeedsOptions
  @Flag(help: "One JSON object a line.") var json = false
  @Option(help: "The page's address.") var url = ""
  @Argument(help: "Files or addresses.") var files: [String]

  func run() async throws {
    try await Failure.reporting {
      var bad = false
      for file in files {
        let payload = try await InspectCommand.payload(file, url: url, feeds: feeds)
        switch PageParser().parse(payload, for: Outlet(id: "inspect", name: "")) {
        case .success(let page):
          if json { print(try ListOptions.encoded(PageJSON(page))) } else { Terminal.show(Self.text(page)) }
        case .failure(let failure):
          bad = true
          if json { print("{}") }
          Failure.say(Terminal.safe("\(file): \(failure.message)"))
        }
      }
      if bad { throw ExitCode(65) }
    }
  }

  private static func text(_ page: ParsedPage) -> String {
    let facts = [page.published?.instant.map { Terminal.local($0.rfc3339) }, page.author, page.section, page.language]
    let head = [
      Terminal.styled(page.title, .bold), Terminal.styled(facts.compactMap { $0 }.joined(separator: "  "), .dim),
      page.summary,
    ]
    return (head.filter { !$0.isEmpty } + [""] + page.paragraphs).joined(separator: "\n")
  }
}
