import ArgumentParser
import Export
import Query

/// `banluu query stale`: copies that still carry what their source changed.
struct QueryStale: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale", abstract: "Copies that still carry the words their source has since changed.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Flag(help: "Also those that ended: followed, cut or gone.") var all = false

  func run() async throws {
    try await Failure.reporting {
      try list.printList(try ArchiveQuery(folder: archive.folder).stale(all: all), Self.form)
    }
  }

  static let form = ListForm<StaleReport>(
    empty: Language.pick("No stale copies.", "Không có bài nào còn giữ lời cũ."), text: text, title: "stale",
    atom: atom)

  static func text(_ row: StaleReport) -> String {
    let ended = row.how.map { "  (\(Language.word($0)))" } ?? ""
    let sides = QueryEdits.sides(before: row.before, after: row.after, context: row.context ?? "")
    let after = row.after.isEmpty ? Language.pick("(removed)", "(đã bỏ)") : sides.after
    return [
      "\(QueryEdits.severity(row.severity)) \(Terminal.styled(Language.word(row.class), .bold))  \(row.copyOutlet)\(ended)",
      "   " + Terminal.styled(row.copyUrl, .dim),
      Terminal.styled("   \(Language.pick("still says", "vẫn viết"))  \(sides.before)", .red),
      Terminal.styled("   \(Language.pick("corrected ", "đã sửa  "))  \(after)", .green),
      "   \(Terminal.local(row.correctedAt))  \(row.sourceOutlet)",
      "   " + Terminal.styled(row.sourceUrl, .dim),
    ].joined(separator: "\n")
  }

  static func atom(_ row: StaleReport) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "urn:banluu:stale:\(row.copyUrl):\(row.correctedAt):\(row.before)",
      title: "\(row.severity) \(row.copyOutlet): \(row.before) → \(row.after)", updated: row.seenAt,
      link: row.copyUrl, summary: row.sourceUrl)
  }
}
