import ArgumentParser
import Export
import Foundation
import News
import Query

/// `banluu query copies`: who carried whose words.
struct QueryCopies: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "copies", abstract: "Articles that share passages.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "Only copies of or in this article.") var url: String?
  @Flag(help: "Only copies that do not name their source.") var uncredited = false
  @Option(help: "Only copies that differ in this class of fact.") var differs: [ChangeClass] = []
  @Option(help: "Only this outlet.") var outlet: [String] = []
  @Option(help: "A time, today, 24h or 7d.") var since: String?
  @Flag(help: "Also formulas that many articles share.") var all = false

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      var filter = CopyFilter()
      filter.article = try url.map { try query.named($0) }
      filter.uncredited = uncredited
      filter.differs = differs
      filter.outlets = outlet
      filter.since = try since.map { try SinceOption.instant($0) }
      filter.all = all
      try list.printList(try query.copies(filter), Self.form)
    }
  }

  static let form = ListForm<CopyReport>(
    empty: Language.pick("No copies.", "Không có bài chép nào."), text: text, title: "copies", atom: atom)

  static func text(_ row: CopyReport) -> String {
    let credit =
      row.credited
      ? Language.pick("credited: ", "có ghi nguồn: ") + (row.credit ?? "")
      : Language.pick("no credit found", "không thấy ghi nguồn")
    let run = Language.pick("longest run \(row.longest) syllables", "đoạn dài nhất \(row.longest) tiếng")
    var lines = [
      "\(Terminal.styled(Language.word(row.class), .bold))  \(Int((row.share * 100).rounded())) %  \(run)  "
        + Terminal.styled(credit, row.credited ? .dim : .yellow),
      side(Language.pick("first here", "trước"), row.sourcePublished ?? row.sourceAt, row.sourceOutlet, row.sourceUrl),
      side(Language.pick("then", "sau"), row.copyPublished ?? row.copyAt, row.copyOutlet, row.copyUrl),
    ]
    if let wire = row.wire {
      lines.append("   " + Terminal.styled(Language.pick("both credit \(wire)", "cả hai ghi nguồn \(wire)"), .dim))
    }
    if !row.differs.isEmpty {
      let classes = row.differs.map { Language.word($0.rawValue) }.joined(separator: ", ")
      lines.append("   " + Terminal.styled(Language.pick("differs in ", "khác về ") + classes, .yellow))
      lines += QueryEdits.changes(row.changes, at: 4)
    }
    return lines.joined(separator: "\n")
  }

  private static func side(_ label: String, _ at: String, _ outlet: String, _ url: String) -> String {
    let padded = label.padding(toLength: 10, withPad: " ", startingAt: 0)
    return "   \(padded)  \(Terminal.local(at))  \(outlet)\n     \(Terminal.styled(url, .dim))"
  }

  static func atom(_ row: CopyReport) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "urn:banluu:copy:\(row.copyUrl):\(row.sourceUrl)",
      title: "\(Language.word(row.class)): \(row.copyOutlet) ← \(row.sourceOutlet)", updated: row.copyAt,
      link: row.copyUrl, summary: row.sourceUrl)
  }
}
