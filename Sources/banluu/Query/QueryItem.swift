import ArgumentParser
import Query

/// `banluu query item`: everything kept of one article.
struct QueryItem: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item", abstract: "One article with its versions and events, and the words that stand now.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The article's URL or number.") var url: String
  @Flag(help: "Also every address it is known by, and what it was merged with.") var aliases = false

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      guard let item = try query.item(query.named(url)) else { return }
      try list.printOne(item) { text(item) }
    }
  }

  private static func text(_ merge: ItemReport.Merge) -> String {
    let what = "\(merge.url), \(Terminal.local(merge.at)), \(merge.why)"
    if let undone = merge.undoneAt {
      return Language.pick("parted again from ", "đã tách khỏi ") + "\(what); \(Terminal.local(undone))"
    }
    // On a line of its own, to be copied whole.
    return Language.pick("merged with ", "đã gộp với ") + what
      + Language.pick("; part them:", "; tách ra bằng:") + "\n      banluu unmerge \(merge.article) --reason …"
  }

  private func text(_ item: ItemReport) -> String {
    var parts = [QueryHistory.text(item)]
    if aliases {
      parts.append((item.aliases + item.merges.map(Self.text)).map { "   " + $0 }.joined(separator: "\n"))
    }
    if let now = item.versions.first(where: { $0.number == item.currentVersion }) {
      parts.append(Terminal.styled(now.title, .bold))
      parts += [now.summary, now.text].filter { !$0.isEmpty }
    }
    return parts.joined(separator: "\n\n")
  }
}

extension ArchiveQuery {
  /// The article a person named, or exit 66 with the nearest titles.
  func named(_ name: String) throws -> Int64 {
    if let id = try article(name) { return id }
    let near = try near(url: name, limit: 3).map { "\n  \($0.url)  \($0.title)" }.joined()
    let next = near.isEmpty ? "; find it with `banluu query search WORDS`" : "; the nearest are:" + near
    throw Failure.exit(66, Terminal.safe("no article \(name) in this archive" + next))
  }
}
