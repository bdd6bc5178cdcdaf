import ArgumentParser
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
      filter.since = try since.map(SinceOption.instant)
      filter.all = all
      try list.printList(try query.copies(filter), empty: "No copies.", text: Self.text)
    }
  }

  static func text(_ row: CopyReport) -> String {
    let credit = row.credited ? "credited: \(row.credit ?? "")" : "no credit found"
    var lines = [
      "\(row.class)  \(Int((row.share * 100).rounded())) %  longest run \(row.longest) syllables  \(credit)",
      "   first here  \(Terminal.local(row.sourcePublished ?? row.sourceAt))  \(row.sourceOutlet)  \(row.sourceUrl)",
      "   then        \(Terminal.local(row.copyPublished ?? row.copyAt))  \(row.copyOutlet)  \(row.copyUrl)",
    ]
    if !row.differs.isEmpty {
      lines.append("   differs in \(row.differs.map(\.rawValue).joined(separator: ", "))")
      for change in row.changes.prefix(4) { lines.append("   - \(change.before)\n   + \(change.after)") }
    }
    return lines.joined(separator: "\n")
  }
}

/// `banluu query stale`: copies that still carry what their source changed.
struct QueryStale: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale", abstract: "Copies that still carry the words their source has since changed.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Flag(help: "Also those that ended: followed, cut or gone.") var all = false

  func run() async throws {
    try await Failure.reporting {
      let rows = try ArchiveQuery(folder: archive.folder).stale(all: all)
      try list.printList(rows, empty: "No stale copies.", text: Self.text)
    }
  }

  static func text(_ row: StaleReport) -> String {
    """
    \(row.severity) \(row.class)  \(row.copyOutlet)  \(row.copyUrl)\(row.how.map { "  (\($0))" } ?? "")
       still says  \(row.before)
       corrected   \(row.after.isEmpty ? "(removed)" : row.after)  \(Terminal.local(row.correctedAt))  \(row.sourceUrl)
    """
  }
}
