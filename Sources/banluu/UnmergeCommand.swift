import Archive
import ArgumentParser
import News
import Poll

/// `banluu unmerge`: parts an article from the one that took it up.
struct UnmergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge", abstract: "Part an article from one it was wrongly merged with; both stay on record.")

  @OptionGroup var archive: ArchiveOptions
  @Argument(help: "The number of the merged article, as `banluu query item --aliases` shows it.") var article: Int64
  @Option(help: "Why they are two.") var reason: String

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("say why they are two, for those who read it later") }
  }

  func run() async throws {
    try await Failure.reporting {
      do {
        let kept = try MergeDesk(folder: archive.folder).undo(article, reason: reason, at: Round.now())
        print(
          Language.pick(
            "article \(article) is parted from \(kept); both are looked at by the next crawl",
            "đã tách bài \(article) khỏi bài \(kept); lượt thu thập tới sẽ xem lại cả hai"))
      } catch let refusal as MergeDesk.Refusal {
        switch refusal {
        case .noSuchMerge:
          throw Failure.exit(
            66, "article \(article) is merged with none; `banluu query item URL --aliases` shows merges")
        case .keptIsMerged(let into):
          throw Failure.exit(65, "the article that took \(article) up is itself merged with \(into); part those first")
        }
      }
    }
  }
}
