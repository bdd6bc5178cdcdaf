import ArgumentParser
import Foundation
import Glibc
import News
import Parse
import Query

/// `banluu inspect`: what the parser, the extractor and the differ make of something; nothing is stored.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "See how a file is read.",
    subcommands: [InspectFeed.self, InspectPage.self, InspectDiff.self])

  static func read(_ file: String) throws -> [UInt8] {
    guard let bytes = contents(of: file) else {
      throw Failure.exit(66, "cannot read \(file); check the path")
    }
    return bytes
  }

  private static func contents(of file: String) -> [UInt8]? {
    let descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    var bytes: [UInt8] = []
    var isRead = true
    while isRead {
      // One byte more than the file's length shows that it ends there.
      let room = max(Int(status.st_size) - bytes.count, 64 << 10) + 1
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = max(0, Glibc.read(descriptor, buffer.baseAddress, room))
      }
      isRead = !piece.isEmpty
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }
}

/// `banluu inspect feed`.
struct InspectFeed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "feed", abstract: "A feed as it is read.")
  @Flag(help: "JSON; the only form so far.") var json = false
  @Option(help: "The Content-Type the server would send.") var contentType: String?
  @Option(help: "The feed's address, for relative links.") var url = ""
  @Option(help: "feed, listing or sitemap.") var kind = Source.Kind.feed
  @Argument var files: [String]

  func run() async throws {
    var bad = false
    var writer = FeedWriter()
    let parser = FeedParser(now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
    for file in files {
      let payload = Payload(bytes: try InspectCommand.read(file), contentType: contentType, url: url)
      switch parser.parse(payload, for: Source(url: url, kind: kind)) {
      case .success(let feed): writer.write(feed)
      case .failure(let failure):
        bad = true
        Failure.say("\(file): \(failure.message)")
      }
    }
    if bad { throw ExitCode(65) }
  }
}
extension Source.Kind: ExpressibleByArgument {}

/// `banluu inspect page`.
struct InspectPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "page", abstract: "An article page as it is read.")
  @Flag(help: "JSON; the only form so far.") var json = false
  @Option(help: "The page's address.") var url = ""
  @Argument var files: [String]

  func run() async throws {
    var bad = false
    for file in files {
      let payload = Payload(bytes: try InspectCommand.read(file), url: url)
      switch PageParser().parse(payload, for: Outlet(id: "inspect", name: "")) {
      case .success(let page): print(try ListOptions.encoded(PageJSON(page)))
      case .failure(let failure):
        bad = true
        print("{}")
        Failure.say("\(file): \(failure.message)")
      }
    }
    if bad { throw ExitCode(65) }
  }
}

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
