import Archive
import Detect
import Foundation
import News
import Parse

/// Reads articles from JSON lines into the archive; bad lines are told by number and the good ones kept.
public struct Importer: Sendable {
  /// What an import did.
  public struct Summary: Sendable {
    public var lines = 0
    public var articles = 0
    public var versions = 0
    public var copies = 0
    public var problems: [(line: Int, message: String)] = []
  }
  private struct Line: Decodable {
    var id, outlet, url, title, text: String
    var published: String
    var summary, author: String?
  }

  private let archive: NewsArchive
  private let clock: @Sendable () -> Instant
  private let intake: Intake

  public init(archive: NewsArchive, clock: @escaping @Sendable () -> Instant) {
    self.archive = archive
    self.clock = clock
    var feeds = FeedsFile()
    feeds.confirmAfter = .zero
    intake = Intake(feeds)
  }

  /// Imports every line of some bytes.
  public func run(_ bytes: Data) async throws -> Summary {
    var summary = Summary()
    var batch: [NewsArchive.Imported] = []
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      summary.lines += 1
      if line.allSatisfy({ $0 == 32 || $0 == 13 }) { continue }
      switch Self.read(line) {
      case .failure(let problem): summary.problems.append((summary.lines, problem.message))
      case .success(let article): batch.append(article)
      }
      if batch.count == 64 { try await commit(&batch, into: &summary) }
    }
    try await commit(&batch, into: &summary)
    return summary
  }

  private struct Problem: Error { var message: String }

  private static func read(_ bytes: Data) -> Result<NewsArchive.Imported, Problem> {
    do {
      let line = try JSONDecoder().decode(Line.self, from: bytes)
      guard let published = DateReader.read(line.published, order: .dmy, zoneMinutes: 420)?.instant else {
        return .failure(Problem(message: "published is no date: \(line.published)"))
      }
      let text = CanonicalText.of(
        ArticleText(
          title: line.title, summary: line.summary ?? "",
          paragraphs: line.text.split(whereSeparator: \.isNewline).map(String.init)))
      let seen = PageSeen(text: text, origin: .imported, author: line.author, published: published)
      let hosts = WebAddress.host(line.url).map { [$0] } ?? []
      return .success(
        NewsArchive.Imported(
          id: line.id, outlet: line.outlet, url: line.url,
          keys: ["url:" + WebAddress.canonical(line.url, hosts: hosts)], seen: seen))
    } catch DecodingError.keyNotFound(let key, _) {
      return .failure(Problem(message: "\(key.stringValue) is missing"))
    } catch {
      return .failure(Problem(message: "not a JSON object with id, outlet, url, title, text, published"))
    }
  }

  private func commit(_ batch: inout [NewsArchive.Imported], into summary: inout Summary) async throws {
    guard !batch.isEmpty else { return }
    let lines = batch
    batch = []
    let intake = intake
    for receipt in try await archive.commit(imported: lines, at: clock(), deciding: { intake.decide($0, $1) }) {
      if receipt.firstVersion { summary.articles += 1 }
      if receipt.newVersion { summary.versions += 1 }
      summary.copies += receipt.copies
    }
  }
}
