import ArgumentParser
import Foundation
import News
import Parse
import Query

/// `banluu inspect diff`.
struct InspectDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "diff", abstract: "What changed between two texts.")
  @OptionGroup var form: DiffOptions
  @Argument(help: "Plain text (the body alone), a page (.html) or an article (.json).") var before: String
  @Argument var after: String

  func run() async throws {
    let report = DiffReport(try Self.text(before), try Self.text(after))
    try form.show(report, before: before, after: after)
  }

  private static func text(_ file: String) throws -> ArticleText {
    let bytes = try InspectCommand.read(file)
    if file.hasSuffix(".html") {
      let parsed = PageParser().parse(Payload(bytes: bytes, url: ""), for: Outlet(id: "inspect", name: ""))
      if case .success(let page) = parsed {
        return CanonicalText.of(
          ArticleText(title: page.title, summary: page.summary, paragraphs: page.paragraphs))
      }
    }
    if file.hasSuffix(".json") {
      guard let article = try? JSONDecoder().decode(Written.self, from: Data(bytes)) else {
        throw Failure.exit(
          65, "\(file) is no JSON object with title, summary and text; `inspect page --json` makes one")
      }
      return CanonicalText.of(article.words)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    return CanonicalText.of(ArticleText(title: "", summary: "", paragraphs: lines))
  }

  /// An article as `inspect page` prints it.
  private struct Written: Decodable {
    var title: String?
    var summary: String?
    var text: String?

    var words: ArticleText {
      let lines = (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
      return ArticleText(title: title ?? "", summary: summary ?? "", paragraphs: lines)
    }
  }
}
