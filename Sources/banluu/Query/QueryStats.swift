import ArgumentParser
import Foundation
import Poll
import Query

/// `banluu query stats`: size and growth.
struct QueryStats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "How much the archive holds, and how it grows.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions

  func run() async throws {
    try await Failure.reporting {
      let stats = try ArchiveQuery(folder: archive.folder).stats(at: Round.now())
      try list.printOne(stats) { Self.text(stats) }
    }
  }

  /// A table: what there is in all, and what a day and a week added.
  static func text(_ s: StatsReport) -> String {
    func events(_ growth: GrowthReport) -> Int { growth.events.values.reduce(0, +) }
    let rows: [(String, [Int])] = [
      (Language.pick("articles", "bài"), [s.articles, s.lastDay.articles, s.lastWeek.articles]),
      (Language.pick("versions", "bản"), [s.versions, s.lastDay.versions, s.lastWeek.versions]),
      (Language.pick("looks", "lần xem"), [s.looks, s.lastDay.looks, s.lastWeek.looks]),
      (Language.pick("events", "sự kiện"), [s.events, events(s.lastDay), events(s.lastWeek)]),
      (Language.pick("copies", "bài chép"), [s.copies]), (Language.pick("stale", "còn lời cũ"), [s.stale]),
    ]
    let head = line(
      "", [Language.pick("in all", "tất cả"), Language.pick("24 hours", "24 giờ"), Language.pick("7 days", "7 ngày")])
    let table = rows.map { line($0.0, $0.1.map(grouped)) }
    let size = Language.pick(
      "\(s.outlets) outlets, \(s.sources) sources; \(bytes(s.warcBytes)) of WARC, \(bytes(s.databaseBytes)) of database",
      "\(s.outlets) cơ quan báo, \(s.sources) nguồn; \(bytes(s.warcBytes)) WARC, \(bytes(s.databaseBytes)) cơ sở dữ liệu"
    )
    return ([head] + table + ["", size]).joined(separator: "\n")
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    name.padding(toLength: 12, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }

  /// Thousands apart, by the habit of the language.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    let mark = Language.pick(",", ".")
    return digits.indices.map { index in
      (index > 0 && (digits.count - index).isMultiple(of: 3) ? mark : "") + String(digits[index])
    }.joined()
  }

  private static func bytes(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var value = Double(count)
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return String(format: unit == 0 ? "%.0f %@" : "%.1f %@", value, units[unit])
  }
}
