import ArgumentParser
import Poll
import Query

/// `banluu query status`: size, growth and health on one screen.
struct QueryStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "One screen: how the archive grows, and which sources need a hand.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions

  func run() async throws {
    try await Failure.reporting {
      let status = try ArchiveQuery(folder: archive.folder).status(at: Round.now())
      try list.printOne(status) { Self.text(status) }
    }
  }

  private static func text(_ status: StatusReport) -> String {
    let polled = status.polledAt.map(Terminal.local) ?? Language.pick("never", "chưa lần nào")
    let head = Language.pick(
      "\(status.healthy) sources well, \(status.failing.count) failing; last poll \(polled)",
      "\(status.healthy) nguồn tốt, \(status.failing.count) nguồn lỗi; lần hỏi cuối \(polled)")
    let failing = status.failing.map(QueryFeeds.text)
    let week = status.stats.lastWeek.events.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \(Language.word($0.key))" }.joined(separator: ", ")
    let events = week.isEmpty ? [] : [Language.pick("In seven days: ", "Trong bảy ngày: ") + week]
    return (failing + [head, QueryStats.text(status.stats)] + events).joined(separator: "\n\n")
  }
}
