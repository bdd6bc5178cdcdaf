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
    let lines = [Terminal.styled(row.url, .dim), row.message, moved(row), polls(row)].compactMap { $0 }
    return ([head] + lines.map { "   " + $0 }).joined(separator: "\n")
  }

  private static func moved(_ row: SourceReport) -> String? {
    guard let url = row.movedTo, let polls = row.movedPolls else { return nil }
    if row.movedAdopted == true {
      return Language.pick(
        "moved for good, now polled at \(url); give that address in feeds.yaml",
        "đã chuyển hẳn, nay tải từ \(url); hãy ghi địa chỉ này vào feeds.yaml")
    }
    return Language.pick(
      "redirects for good to \(url), \(polls) polls in a row; followed for good after 20 over three days",
      "chuyển hẳn sang \(url), \(polls) lần liền; sau 20 lần trong ba ngày sẽ theo hẳn")
  }

  private static func polls(_ row: SourceReport) -> String? {
    guard let last = row.polledAt else { return nil }
    let well = row.failingSince == nil ? nil : row.okAt
    let parts = [
      Language.pick("polled ", "đã tải ") + Terminal.local(last),
      well.map { Language.pick("last went well ", "lần tốt gần nhất ") + Terminal.local($0) },
      row.nextPoll.map { Language.pick("next ", "lần tới ") + Terminal.local($0) },
      row.looksSkipped == 0
        ? nil
        : Language.pick("\(row.looksSkipped) looks left out", "\(row.looksSkipped) lần xem bị bỏ vì quá nhiều"),
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
