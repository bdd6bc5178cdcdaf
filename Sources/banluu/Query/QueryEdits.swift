import ArgumentParser
import Export
import Foundation
import News
import Query

/// `banluu query edits`: what happened to articles after they were published.
struct QueryEdits: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edits", abstract: "Edits, deletions, restorations, moves and lost addresses.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Option(help: "S1 to S5; S2 by default, any with --all.") var minSeverity: Severity?
  @Option(name: .customLong("class"), help: "Only events that touch this class.") var kind: [ChangeClass] = []
  @Flag(help: "Only edits that the outlet does not mention.") var silent = false
  @Option(help: "Only this outlet.") var outlet: [String] = []
  @Option(help: "A time, today, 24h or 7d.") var since: String?
  @Option(help: "Only where these words stand.") var match: [String] = []
  @Flag(help: "Also spelling changes, moves, and edits taken back before they were confirmed.") var all = false

  func run() async throws {
    try await Failure.reporting {
      var filter = EventFilter()
      filter.minSeverity = minSeverity ?? (all ? .s0 : .s2)
      filter.classes = kind
      filter.silentOnly = silent
      filter.outlets = outlet
      filter.since = try since.map { try SinceOption.instant($0) }
      filter.match = match
      filter.all = all
      filter.kinds = ["edited", "deleted", "restored", "moved", "lost"]
      let rows = try ArchiveQuery(folder: archive.folder).edits(filter)
      try list.printList(rows, Self.form)
    }
  }

  static let form = ListForm<EventReport>(
    empty: Language.pick("No edits.", "Không có sửa đổi nào."), text: text, title: "edits", atom: atom)

  static func text(_ row: EventReport) -> String {
    let notes =
      [row.classes.map { Language.word($0.rawValue) }.joined(separator: ", ")]
      + [row.disclosed.map(Language.word), row.confirmed ? nil : Language.pick("unconfirmed", "chưa xác nhận")]
      .compactMap { $0 }
      + [row.withdrawn == true ? Language.pick("taken back", "đã rút") : ""]
      + [row.reverts.map { Language.pick("back to version \($0)", "trở lại bản \($0)") } ?? ""]
    let note = notes.filter { !$0.isEmpty }.joined(separator: " · ")
    var lines = [
      "\(severity(row.severity)) \(Terminal.styled(Language.word(row.event), .bold))  \(Terminal.local(row.at))  "
        + row.outlet + (note.isEmpty ? "" : "  " + Terminal.styled(note, .dim))
    ]
    lines.append("   " + Terminal.styled(row.titleAfter ?? row.titleBefore ?? "", .bold))
    lines.append("   " + Terminal.styled(row.url, .dim))
    if let detail = row.detail { lines.append("   " + detail) }
    return (lines + changes(row.changes, at: 6)).joined(separator: "\n")
  }

  /// The changed places: old words in red, new words in green, short ones among their neighbours.
  static func changes(_ changes: [Change], at most: Int) -> [String] {
    let shown = changes.prefix(most).flatMap { change in
      let (before, after) = sides(before: change.before, after: change.after, context: change.context)
      return [
        change.before.isEmpty ? nil : Terminal.styled("   - \(before)", .red),
        change.after.isEmpty ? nil : Terminal.styled("   + \(after)", .green),
      ].compactMap { $0 }
    }
    let rest = changes.count - most
    return shown + (rest > 0 ? ["   " + Language.pick("… and \(rest) more", "… và \(rest) chỗ nữa")] : [])
  }

  /// A number alone says little: the words around it are shown with it.
  static func sides(before: String, after: String, context: String) -> (before: String, after: String) {
    guard max(before.count, after.count) < 24, !after.isEmpty, let place = context.range(of: after), context != after
    else { return (before, after) }
    return ("…" + context.replacingCharacters(in: place, with: before) + "…", "…\(context)…")
  }

  static func severity(_ name: String) -> String {
    Terminal.styled(name, name >= "S5" ? .red : name >= "S4" ? .yellow : .plain)
  }

  static func atom(_ row: EventReport) -> AtomFeed.Entry {
    let words = row.changes.map { "\($0.before) → \($0.after)" }.joined(separator: "; ")
    return AtomFeed.Entry(
      id: "urn:banluu:event:\(row.eventId)",
      title: "\(row.severity) \(Language.word(row.event)): \(row.titleAfter ?? row.url)", updated: row.at,
      link: row.url, summary: words)
  }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
extension ChangeClass: ExpressibleByArgument {}
