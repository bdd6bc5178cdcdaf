import ArgumentParser
import Foundation
import Query

/// `banluu query stats`: size and growth.
struct QueryStats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "How much the archive holds.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions

  func run() async throws {
    try await Failure.reporting {
      let stats = try ArchiveQuery(folder: archive.folder).stats()
      try list.printOne(stats) { Self.text(stats) }
    }
  }

  private static func text(_ s: StatsReport) -> String {
    let rows = [
      ("outlets", "cơ quan báo", s.outlets), ("sources", "nguồn", s.sources), ("articles", "bài", s.articles),
      ("versions", "bản", s.versions), ("looks", "lần xem", s.looks), ("events", "sự kiện", s.events),
      ("copies", "bài chép", s.copies), ("stale copies", "còn lời cũ", s.stale),
      ("WARC bytes", "byte WARC", s.warcBytes), ("database bytes", "byte cơ sở dữ liệu", s.databaseBytes),
    ]
    return rows.map { row in
      Language.pick(row.0, row.1).padding(toLength: 20, withPad: " ", startingAt: 0) + "\(row.2)"
    }.joined(separator: "\n")
  }
}
