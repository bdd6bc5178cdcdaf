import Foundation
import TestKit

/// A crawl of one scripted outlet into an archive of its own.
struct ScenarioCrawl {
  let place: TemporaryArchive
  let server: ScriptedServer
  let feeds: String

  /// The outlet's feed is at `/rss`; `answer` also gets the server's origin, for links.
  init(
    kind: String = "feed", allowing: String = "127.0.0.1/32", minFree: String = "1MB",
    _ answer: @escaping @Sendable (ScriptedRequest, String) -> ScriptedAnswer
  ) throws {
    place = try TemporaryArchive()
    server = try ScriptedServer { request in
      let host = request.header("Host") ?? ""
      return answer(request, "http://\(host)")
    }
    feeds = try place.write(
      FeedsText.watching(server.origin + Site.feedPath, kind: kind, allowing: allowing, minFree: minFree), "feeds.yaml")
  }

  init(_ site: Site) throws { try self.init { site.answer($0, origin: $1) } }

  /// The arguments of a crawl into an archive.
  func arguments(into archive: String? = nil, _ more: String...) -> [String] {
    ["crawl", "--feeds", feeds, "--archive", archive ?? place.path, "--json"] + more
  }

  func run(_ more: String...) async throws -> Binary.Outcome { try await Binary.run(arguments() + more) }

  func query(_ more: String...) async throws -> Binary.Outcome {
    try await Binary.run(["query"] + more + ["--archive", place.path])
  }

  var contents: ArchiveContents { get throws { try ArchiveContents(place.path) } }
}
