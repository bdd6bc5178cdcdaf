import ArgumentParser
import Export
import Query

/// `banluu query search`: articles by their words.
struct QuerySearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find articles by their words, typed with or without marks.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Option(help: "Only this outlet; may be given more than once.") var outlet: [String] = []
  @Option(help: "Published no earlier: a time, today, 24h or 7d.") var from: String?
  @Option(help: "Published before this time.") var to: String?
  @Option(help: "How many articles at most.") var limit = 50
  @Argument(help: "The words; each must stand in the article.") var words: [String]

  func run() async throws {
    try await Failure.reporting {
      var filter = SearchFilter()
      filter.outlets = outlet
      filter.from = try from.map { try SinceOption.instant($0, named: "--from") }
      filter.to = try to.map { try SinceOption.instant($0, named: "--to") }
      filter.limit = limit
      let rows = try ArchiveQuery(folder: archive.folder).search(words.joined(separator: " "), filter)
      let form = ListForm<SearchReport>(
        empty: Language.pick("Nothing found.", "Không tìm thấy."), text: Self.text, title: "search", atom: Self.atom)
      try list.printList(rows, form)
    }
  }

  private static func text(_ row: SearchReport) -> String {
    let lines = [
      Terminal.styled(row.title, .bold), "   \(Terminal.local(row.published ?? row.firstSeen))  \(row.outlet)",
      "   " + Terminal.styled(row.url, .dim),
    ]
    return (lines + (row.excerpt.map { ["   " + $0] } ?? [])).joined(separator: "\n")
  }

  private static func atom(_ row: SearchReport) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "urn:banluu:article:\(row.article)", title: row.title, updated: row.firstSeen, link: row.url,
      summary: row.excerpt ?? row.outlet)
  }
}
