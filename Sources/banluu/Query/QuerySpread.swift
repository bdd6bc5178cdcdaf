import ArgumentParser
import Query

/// `banluu query spread`: the life of a story.
struct QuerySpread: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spread", abstract: "Who published a story first, who took it over, and what became of it.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The URL or number of any article of the story.") var url: String

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      guard let report = try query.spread(query.named(url)) else { return }
      try list.printOne(report) { Self.text(report) }
    }
  }

  static func text(_ report: SpreadReport) -> String {
    let head = Language.pick(
      "first here: \(report.firstOutlet); copies: \(report.copies)",
      "đăng trước: \(report.firstOutlet); số bài chép: \(report.copies)")
    return ([Terminal.styled(head, .bold)] + report.steps.map(step)).joined(separator: "\n")
  }

  private static func step(_ row: SpreadReport.Step) -> String {
    var notes: [String] = []
    if let share = row.share { notes.append("\(Int((share * 100).rounded())) %") }
    if let kind = row.class { notes.append(Language.word(kind)) }
    if let credited = row.credited {
      notes.append(
        credited
          ? Language.pick("credited: ", "có ghi nguồn: ") + (row.credit ?? "")
          : Language.pick("no credit found", "không thấy ghi nguồn"))
    }
    if let stale = row.stale, stale > 0 {
      notes.append(Language.pick("still carries \(stale) corrected places", "còn giữ \(stale) chỗ đã được sửa"))
    }
    let mark = row.severity.map { QueryEdits.severity($0) + " " } ?? ""
    var lines = [
      "\(Terminal.local(row.at))  \(mark)\(Terminal.styled(Language.word(row.what), .bold))  \(row.outlet)  "
        + notes.joined(separator: " · "),
      "   \(row.title)", "   " + Terminal.styled(row.url, .dim),
    ]
    if let detail = row.detail { lines.append("   " + detail) }
    return (lines + QueryEdits.changes(row.changes ?? [], at: 4)).joined(separator: "\n")
  }
}
