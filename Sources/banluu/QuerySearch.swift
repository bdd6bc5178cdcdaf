import ArgumentParser
import Export
import Query

/// `banluu query search`: articles by their words.
struct QuerySearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find articles by their words, typed with or without marks.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The words; each must stand in the article.") var words: [String]

  func run() async throws {
    try await Failure.reporting {
      let rows = try ArchiveQuery(folder: archive.folder).search(words.joined(separator: " "))
      let form = ListForm<SearchReport>(
        empty: Language.pick("Nothing found.", "Không tìm thấy."), text: Self.text, title: "search", atom: Self.atom)
      try list.printList(rows, form)
    }
  }

  private static func text(_ row: SearchReport) -> String {
    """
    \(Terminal.styled(row.title, .bold))
       \(Terminal.local(row.published ?? row.firstSeen))  \(row.outlet)
       \(Terminal.styled(row.url, .dim))
    """
  }

  private static func atom(_ row: SearchReport) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "urn:banluu:article:\(row.article)", title: row.title, updated: row.firstSeen, link: row.url,
      summary: row.outlet)
  }
}
