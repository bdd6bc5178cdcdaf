import Archive
import ArgumentParser
import Foundation
import News
import Poll
import Query

/// `banluu mark`: a person's judgement on an article or a passage of it.
struct MarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark an article or a passage as disputed, false or corrected; copies are told of.")

  @OptionGroup var archive: ArchiveOptions
  @Argument(help: "The article's URL or number.") var url: String
  @Option(help: "false, disputed or corrected.") var kind: Mark.Kind
  @Option(help: "Why, in words for readers.") var reason: String
  @Option(help: "The address where the reason can be looked up.") var source: String
  @Option(help: "The words it is about, as they stand in the article; without it the whole article.") var passage:
    String?
  @Option(help: "Who marks it.") var by: String?

  func validate() throws {
    let isEmpty = [reason, source].contains { $0.allSatisfy(\.isWhitespace) }
    if isEmpty { throw ValidationError("a mark needs a reason and a source that others can look up") }
    guard WebAddress.host(source) != nil else { throw ValidationError("--source is no web address: \(source)") }
  }

  func run() async throws {
    try await Failure.reporting {
      let article = try ArchiveQuery(folder: archive.folder).named(url)
      let mark = Mark(kind: kind, reason: reason, source: source, passage: passage, by: by)
      let desk = try MarkDesk(folder: archive.folder)
      let placed = try desk.explaining(url) { try $0.put(mark, on: article, at: Round.now()) }
      try await desk.settle(at: Round.now())
      print(
        Language.pick(
          "mark \(placed.id): \(kind.rawValue); copies that carry the marked words: \(placed.copies)",
          "dấu số \(placed.id): \(Language.word(kind.rawValue)); số bài chép còn mang lời bị đánh dấu: \(placed.copies)"
        ))
    }
  }
}

/// `banluu unmark`: withdraws a mark; it stays on record.
struct UnmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmark", abstract: "Withdraw a mark; it stays on record with the reason.")

  @OptionGroup var archive: ArchiveOptions
  @Argument(help: "The mark's number, as `banluu marks` lists it.") var mark: Int64
  @Option(help: "Why it is withdrawn.") var reason: String
  @Option(help: "Who withdraws it.") var by: String?

  func run() async throws {
    try await Failure.reporting {
      let desk = try MarkDesk(folder: archive.folder)
      try desk.explaining("\(mark)") { try $0.withdraw(mark, reason: reason, by: by, at: Round.now()) }
      try await desk.settle(at: Round.now())
      print(Language.pick("mark \(mark) is withdrawn; it stays on record", "đã rút dấu số \(mark); hồ sơ vẫn giữ"))
    }
  }
}

extension Mark.Kind: ExpressibleByArgument {}

extension MarkDesk {
  /// Runs `body`, its refusals said in words.
  fileprivate func explaining<T>(_ name: String, _ body: (MarkDesk) throws -> T) throws -> T {
    do { return try body(self) } catch let refusal as Refusal {
      let name = Terminal.safe(name)
      switch refusal {
      case .unseen: throw Failure.exit(66, "\(name) has no version yet; archive it with `banluu watch`")
      case .passageMissing:
        throw Failure.exit(65, "the passage does not stand in \(name) as it is now; see it with `banluu query item`")
      case .noSuchMark: throw Failure.exit(66, "no mark \(name); `banluu marks --all` lists them")
      case .withdrawnBefore: throw Failure.exit(65, "mark \(name) was withdrawn before; `banluu marks --all` says why")
      }
    }
  }
}
