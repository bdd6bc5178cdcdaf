import ArgumentParser
import Foundation
import News
import Query

/// `banluu check`: where a text comes from, and in what it differs.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find where a text comes from, and the facts in which it differs.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "A plain text file, or - for what is pasted on standard input.") var file: String

  /// Thirty pages have some 100 kB; a text longer than this is no post.
  private static let longest = 16 << 20

  func run() async throws {
    try await Failure.reporting {
      let input = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
      guard let bytes = try input?.read(upToCount: Self.longest) else {
        throw Failure.exit(
          file == "-" ? 65 : 66, file == "-" ? "nothing was pasted" : "cannot read \(file); check the path")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure.exit(65, "\(Terminal.safe(file)) is no UTF-8 text; save it as UTF-8")
      }
      let paragraphs = text.split(whereSeparator: \.isNewline).map { CanonicalText.of(String($0)) }
      let words = ArticleText(title: "", summary: "", paragraphs: paragraphs.filter { !$0.isEmpty })
      let report = try TextChecker(ArchiveQuery(folder: archive.folder)).report(on: words)
      try list.printOne(report) { Self.text(report) }
    }
  }

  static func text(_ report: CheckReport) -> String {
    if !report.matches.isEmpty { return report.matches.map(match).joined(separator: "\n\n") }
    if report.tooShort {
      return Language.pick(
        "Too short to say: \(report.syllables) syllables; 13 or more are needed.",
        "Ngắn quá, chưa thể nói: \(report.syllables) tiếng; cần từ 13 tiếng.")
    }
    return Language.pick(
      "Nothing in this archive shares a passage with this text (\(report.syllables) syllables). It may come from "
        + "outlets that are not watched, or be told in other words.",
      "Không bài nào trong kho có đoạn giống văn bản này (\(report.syllables) tiếng). Có thể nó đến từ báo không "
        + "được theo dõi, hoặc được kể bằng lời khác.")
  }

  private static func match(_ row: CheckReport.Match) -> String {
    let share = "\(Int((row.share * 100).rounded())) %"
    let run = Language.pick("longest run \(row.longest) syllables", "đoạn dài nhất \(row.longest) tiếng")
    var lines = [
      "\(Terminal.styled(share, .bold))  \(run)  \(Terminal.local(row.published ?? row.firstSeen))  \(row.outlet)",
      "   " + Terminal.styled(row.title, .bold), "   " + Terminal.styled(row.url, .dim),
    ]
    for mark in row.marks {
      lines.append("   " + Terminal.styled("\(Language.word(mark.kind)): \(mark.reason)  \(mark.source)", .red))
    }
    if row.differs.isEmpty {
      lines.append("   " + Language.pick("no fact differs in what is shared", "phần giống nhau không khác dữ kiện nào"))
    } else {
      let classes = row.differs.map { Language.word($0.rawValue) }.joined(separator: ", ")
      lines.append("   " + Terminal.styled(Language.pick("differs in ", "khác về ") + classes, .yellow))
      lines += QueryEdits.changes(row.changes, at: 8)
    }
    return lines.joined(separator: "\n")
  }
}
