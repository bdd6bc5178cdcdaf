import ArgumentParser
import Query

/// `banluu query history`: an article's versions and events in order of time.
struct QueryHistory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "An article's versions and events.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The article's URL or number.") var url: String

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      guard let item = try query.item(query.named(url)) else { return }
      try list.printOne(item) { Self.text(item) }
    }
  }

  static func text(_ item: ItemReport) -> String {
    let looks = Language.pick("\(item.looks) looks", "\(item.looks) lần xem")
    var lines = ["\(item.outlet)  \(Language.word(item.state))  \(looks)", Terminal.styled(item.url, .dim)]
    for version in item.versions {
      let number = Language.pick("version \(version.number)", "bản \(version.number)")
      lines.append("\(Terminal.styled(number, .bold))  \(Terminal.local(version.firstSeen))  \(version.title)")
      lines.append(Terminal.styled("   sha256 \(version.textSha256)", .dim))
    }
    return (lines + item.events.map(QueryEdits.text)).joined(separator: "\n")
  }
}
