import ArgumentParser
import Detect
import News
import Query

/// `banluu query diff`: the words that changed between two versions, or between two articles.
struct QueryDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "The words that changed between two versions, or a copy beside its source.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The article's URL or number.") var url: String
  @Argument(help: "Two version numbers (the last two by default), or another article.") var others: [String] = []

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      let (before, after) = try texts(query)
      try list.printOne(DifferenceJSON(Differ.compare(before, after))) { Self.text(before, after) }
    }
  }

  private func texts(_ query: ArchiveQuery) throws -> (ArticleText, ArticleText) {
    let article = try query.named(url)
    if others.count == 1 {
      guard let ours = try query.text(article), let theirs = try query.text(query.named(others[0])) else {
        throw Failure.exit(66, "one of the two articles has no words yet; see `banluu query history`")
      }
      return (ours, theirs)
    }
    let numbers = others.compactMap(Int.init)
    guard numbers.count == others.count, numbers.isEmpty || numbers.count == 2 else {
      throw Failure.exit(64, "name two version numbers or one other article after \(url)")
    }
    guard let pair = try query.texts(article, numbers) else {
      throw Failure.exit(66, "\(url) has no two such versions; see `banluu query history`")
    }
    return pair
  }

  /// Unchanged words around the changed ones; `[-old-]` and `{+new+}` also where there is no colour.
  private static func text(_ before: ArticleText, _ after: ArticleText) -> String {
    let runs = WordDiff.runs(before.whole, after.whole)
    guard runs.contains(where: { $0.kind != .same }) else { return Language.pick("The same words.", "Không khác.") }
    return runs.map { run in
      switch run.kind {
      case .same: run.text
      case .removed: Terminal.styled("[-\(run.text)-]", .red)
      case .added: Terminal.styled("{+\(run.text)+}", .green)
      }
    }.joined(separator: " ")
  }
}
