import ArgumentParser
import Query

/// `banluu query feeds`: the health of every source.
struct QueryFeeds: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "Every source: how its last poll went, since when, and what to do.")

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var list: ListOptions

  func run() async throws {
    try await Failure.reporting {
      let rows = try ArchiveQuery(folder: archive.folder).sources()
      let empty = Language.pick("No sources yet; run `banluu crawl`.", "Chưa có nguồn nào; hãy chạy `banluu crawl`.")
      try list.printList(rows, ListForm(empty: empty, text: Self.text, title: "feeds"))
    }
  }

  static func text(_ row: SourceReport) -> String {
    let failing = row.failingSince.map {
      Language.pick("failing since ", "lỗi từ ") + Terminal.local($0)
        + Language.pick(", \(row.failures) in a row", ", \(row.failures) lần liền")
    }
    let outcome = Terminal.styled(Language.word(row.outcome), row.failingSince == nil ? .green : .red)
    let retired = row.retired ? Language.pick("no longer in feeds.yaml", "không còn trong feeds.yaml") : nil
    let head = [row.outlet, outcome, failing, retired].compactMap { $0 }.joined(separator: "  ")
    return ([head, "   " + Terminal.styled(row.url, .dim)] + [row.message.map { "   " + $0 }].compactMap { $0 })
      .joined(separator: "\n")
  }
}
