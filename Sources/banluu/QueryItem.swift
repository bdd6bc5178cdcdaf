import ArgumentParser
import Detect
import News
import Query

extension ArchiveQuery {
  /// The article a person named, or exit 66 with the nearest titles.
  func named(_ name: String) throws -> Int64 {
    if let id = try article(name) { return id }
    let near = try near(url: name, limit: 3).map { "\n  \($0.url)  \($0.title)" }.joined()
    let next = near.isEmpty ? "; find it with `banluu query search WORDS`" : "; the nearest are:" + near
    throw Failure.exit(66, Terminal.safe("no article \(name) in this archive" + next))
  }
}

/// `banluu query search`: articles by their words.
struct QuerySearch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "search", abstract: "Find articles by their words.")
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "Words; with or without marks.") var words: [String]

  func run() async throws {
    try await Failure.reporting {
      let rows = try ArchiveQuery(folder: archive.folder).search(words.joined(separator: " "))
      try list.printList(rows, empty: "Nothing found.") {
        "\(Terminal.local($0.published ?? $0.firstSeen))  \($0.outlet)  \($0.title)\n   \($0.url)"
      }
    }
  }
}

/// `banluu query item`: everything kept of one article.
struct QueryItem: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item", abstract: "One article, its versions and events.")
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The article's URL or number.") var url: String

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      guard let item = try query.item(query.named(url)) else { return }
      if list.json || list.format != .text { return print(try ListOptions.encoded(item)) }
      print(Terminal.safe(QueryHistory.text(item)))
      if let last = item.versions.first(where: { $0.number == item.currentVersion }) {
        print(
          "\n" + Terminal.safe([last.title, last.summary, last.text].filter { !$0.isEmpty }.joined(separator: "\n\n")))
      }
    }
  }
}

/// `banluu query history`: an article's versions and events in order of time.
struct QueryHistory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "history", abstract: "An article's versions and events.")
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions
  @Argument(help: "The article's URL or number.") var url: String

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      guard let item = try query.item(query.named(url)) else { return }
      if list.json || list.format != .text { return print(try ListOptions.encoded(item)) }
      print(Terminal.safe(Self.text(item)))
    }
  }

  static func text(_ item: ItemReport) -> String {
    var lines = ["\(item.outlet)  \(item.state)  \(item.looks) looks", item.url]
    for version in item.versions {
      lines.append("version \(version.number)  \(Terminal.local(version.firstSeen))  \(version.title)")
      lines.append("   sha256 \(version.textSha256)")
    }
    return (lines + item.events.map(QueryEdits.text)).joined(separator: "\n")
  }
}

/// `banluu query diff`: the words that changed between two versions.
struct QueryDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "diff", abstract: "The words that changed.")
  @OptionGroup var archive: ArchiveOptions
  @Argument(help: "The article's URL or number.") var url: String
  @Argument(help: "Two version numbers; the last two by default.") var versions: [Int] = []

  func run() async throws {
    try await Failure.reporting {
      let query = try ArchiveQuery(folder: archive.folder)
      guard let (before, after) = try query.texts(query.named(url), versions) else {
        throw Failure.exit(66, "\(url) has no two versions to compare; see `banluu query history`")
      }
      print(Terminal.safe(WordDiff.runs(before.whole, after.whole).map(Self.marked).joined(separator: " ")))
    }
  }

  private static func marked(_ run: Run) -> String {
    switch run.kind {
    case .same: run.text
    case .removed: "[-\(run.text)-]"
    case .added: "{+\(run.text)+}"
    }
  }
}

/// `banluu query feeds`: the health of every source.
struct QueryFeeds: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "feeds", abstract: "Every source and its health.")
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions

  func run() async throws {
    try await Failure.reporting {
      try list.printList(try ArchiveQuery(folder: archive.folder).sources(), empty: "No sources yet.") { row in
        let since = row.failingSince.map { "  failing since \(Terminal.local($0))" } ?? ""
        return "\(row.outlet)  \(row.outcome)\(since)\n   \(row.url)" + (row.message.map { "\n   \($0)" } ?? "")
      }
    }
  }
}

/// `banluu query stats`: size and growth.
struct QueryStats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "How much the archive holds.")
  @OptionGroup var archive: ArchiveOptions
  @Flag var json = false

  func run() async throws {
    try await Failure.reporting {
      let s = try ArchiveQuery(folder: archive.folder).stats()
      if json { return print(try ListOptions.encoded(s)) }
      print(
        """
        outlets \(s.outlets)  sources \(s.sources)  articles \(s.articles)  versions \(s.versions)  looks \(s.looks)
        events \(s.events)  copies \(s.copies)  stale \(s.stale)
        WARC \(s.warcBytes) bytes  database \(s.databaseBytes) bytes
        """)
    }
  }
}
