import ArgumentParser
import News
import Query

/// `banluu query diff`: the words that changed between two versions, or between two articles.
struct QueryDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "The words that changed between two versions, or a copy beside its source.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var form: DiffOptions
  @Argument(help: "The article's URL or number.") var url: String
  @Argument(help: "Two version numbers (the last two by default), or another article.") var others: [String] = []

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      let pair = try texts(query)
      let (before, after) = names
      try form.show(DiffReport(pair.0, pair.1), before: before, after: after)
    }
  }

  private var names: (String, String) {
    if others.count == 1 { return (url, others[0]) }
    return others.count == 2 ? ("\(url) \(others[0])", "\(url) \(others[1])") : (url, url)
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
}
