import ArgumentParser
import News
import Query

/// `banluu query at`: an article as it stood at a moment.
struct QueryAt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "at", abstract: "An article as it stood at a moment.",
    discussion: "Time and article may be given in either order: banluu query at 2026-11-24T08:00+07:00 URL")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "A time, today, 24h or 7d (ago).") var time: String
  @Argument(help: "The article's URL or number.") var url: String

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      let isSwapped = time.contains("://")
      let moment = try SinceOption.instant(isSwapped ? url : time, named: "TIME")
      let article = try query.named(isSwapped ? time : url)
      guard let standing = try query.standing(article, at: moment) else {
        let first = try query.item(article)?.firstSeen ?? ""
        throw Failure.exit(
          66, "nothing of \(isSwapped ? time : url) had been seen at \(moment.rfc3339); it was first seen at \(first)")
      }
      try list.printOne(standing) { Self.text(standing) }
    }
  }

  private static func text(_ row: StandingReport) -> String {
    let version = row.version
    let number = Language.pick("version \(version.number)", "bản \(version.number)")
    let gone = row.deleted ? "  " + Terminal.styled(Language.word("gone"), .red) : ""
    let head = "\(row.outlet)  \(Terminal.styled(number, .bold))  \(Terminal.local(version.firstSeen))\(gone)"
    let lines = [head, Terminal.styled(row.url, .dim), Terminal.styled("sha256 \(version.textSha256)", .dim)]
    let words = [Terminal.styled(version.title, .bold), version.summary, version.text].filter { !$0.isEmpty }
    return ([lines.joined(separator: "\n")] + words).joined(separator: "\n\n")
  }
}
