import Archive
import ArgumentParser
import Poll
import Query

/// `banluu withhold`: keep an article from view.
struct WithholdCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withhold",
    abstract: "Keep an article's words and bytes from view; the log says so, and proofs stay valid.",
    discussion: "--erase removes the bytes for good, from the segments too. Neither can be undone.")

  @OptionGroup var archive: ArchiveOptions
  @Argument(help: "The article's URL or number.") var url: String
  @Option(help: "Why; it is kept in the log.") var reason: String
  @Flag(help: "Remove the bytes for good, for legal need.") var erase = false

  func run() async throws {
    try await Failure.reporting {
      let article = try ArchiveQuery(folder: archive.folder).named(url)
      try await Withholding(folder: archive.folder).run(
        article: article, reason: reason, erasing: erase, at: Round.now())
      print(Language.pick("withheld", "đã rút khỏi xem") + (erase ? Language.pick(", erased", ", đã xóa") : ""))
    }
  }
}
