import ArgumentParser
import News
import Query

/// `banluu query edits`: what happened to articles after they were published.
struct QueryEdits: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "edits", abstract: "Edits, deletions and restorations.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Option(help: "S1 to S5; S2 by default.") var minSeverity: Severity = .s2
  @Option(name: .customLong("class"), help: "Only events that touch this class.") var kind: [ChangeClass] = []
  @Flag(help: "Only edits that the outlet does not mention.") var silent = false
  @Option(help: "Only this outlet.") var outlet: [String] = []
  @Option(help: "A time, today, 24h or 7d.") var since: String?
  @Option(help: "Only where these words stand.") var match: [String] = []
  @Flag(help: "Also spelling changes and edits taken back before they were confirmed.") var all = false

  func run() async throws {
    try await Failure.reporting {
      var filter = EventFilter()
      filter.minSeverity = minSeverity
      filter.classes = kind
      filter.silentOnly = silent
      filter.outlets = outlet
      filter.since = try since.map(SinceOption.instant)
      filter.match = match
      filter.all = all
      filter.kinds = ["edited", "deleted", "restored", "moved"]
      let rows = try ArchiveQuery(folder: archive.folder).edits(filter)
      try list.printList(rows, empty: "No edits.", text: Self.text)
    }
  }

  static func text(_ row: EventReport) -> String {
    let classes = row.classes.map(\.rawValue).joined(separator: ", ")
    var lines = [
      "\(row.severity) \(row.event)  \(Terminal.local(row.at))  \(row.outlet)"
        + (classes.isEmpty ? "" : "  [\(classes)]")
        + (row.disclosed.map { "  \($0)" } ?? "") + (row.confirmed ? "" : "  unconfirmed")
    ]
    lines.append("   " + (row.titleAfter ?? row.titleBefore ?? ""))
    lines.append("   " + row.url)
    for change in row.changes.prefix(6) {
      lines.append("   - \(change.before.isEmpty ? "…" : change.before)")
      lines.append("   + \(change.after.isEmpty ? "…" : change.after)")
    }
    return lines.joined(separator: "\n")
  }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
extension ChangeClass: ExpressibleByArgument {}
