import ArgumentParser
import Export
import Query

/// `banluu marks`: what people judged.
struct MarksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "marks", abstract: "Marks that people have put.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "Only marks on this article.") var url: String?
  @Flag(help: "Also marks that were withdrawn.") var all = false

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      let rows = try query.marks(on: try url.map { try query.named($0) }, all: all)
      try list.printList(rows, Self.form)
    }
  }

  static let form = ListForm<MarkReport>(
    empty: Language.pick("No marks.", "Không có dấu nào."), text: text, title: "marks", atom: atom)

  static func text(_ row: MarkReport) -> String {
    var lines = [
      "\(row.mark)  \(Terminal.styled(Language.word(row.kind), .red))  \(Terminal.local(row.at))  \(row.by ?? "")",
      "   " + Terminal.styled(row.title, .bold), "   \(Terminal.styled(row.url, .dim))",
      "   \(row.reason)", "   " + Terminal.styled(row.source, .dim),
    ]
    if let passage = row.passage { lines.append("   “\(passage)”") }
    lines.append("   " + Language.pick("copies told of: \(row.copies)", "số bài chép: \(row.copies)"))
    if let at = row.withdrawnAt {
      let word = Language.pick("withdrawn", "đã rút")
      lines.append("   " + Terminal.styled("\(word)  \(Terminal.local(at))  \(row.withdrawnReason ?? "")", .yellow))
    }
    return lines.joined(separator: "\n")
  }

  static func atom(_ row: MarkReport) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "urn:banluu:mark:\(row.mark)", title: "\(Language.word(row.kind)): \(row.title)", updated: row.at,
      link: row.url, summary: row.reason)
  }
}
