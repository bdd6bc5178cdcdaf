import Dispatch
import Foundation
import Glibc
import Synchronization
import TestKit
import Testing

/// The daemon's user writes; somebody else who is in its group reads, and may not write a byte.
@Suite struct TwoUserScenarios {
  private let group = 54_321
  private let reader = 54_322

  /// Whether this process may become somebody else, who may then run the command.
  private static func isPossible() async -> Bool {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return false }
    return (try? await Binary.run(user: 54_322, group: 54_321, ["--help"]))?.code == 0
  }

  @Test(.enabled { await TwoUserScenarios.isPossible() })
  func query_ofAReaderInTheGroup_answersWhileTheWriterIsClosedOpenAndKilled() async throws {
    let (arrived, arriving) = AsyncStream.makeStream(of: Void.self)
    let release = DispatchSemaphore(value: 0)
    let site = Site(articles: 3)
    let gate = Gate()
    let crawl = try ScenarioCrawl { request, origin in
      if gate.isClosed {
        arriving.finish()
        release.wait()
        release.signal()
      }
      return site.answer(request, origin: origin)
    }
    defer {
      release.signal()
      crawl.server.stop()
    }
    // As systemd makes it: what is written into the folder belongs to its group.
    try FileManager.default.createDirectory(atPath: crawl.place.path, withIntermediateDirectories: true)
    #expect(chown(crawl.place.path, 0, gid_t(group)) == 0)
    #expect(chmod(crawl.place.path, 0o2750) == 0)
    #expect(chmod(crawl.place.folder, 0o755) == 0)
    #expect(try await crawl.run().code == 0)
    try await expectAnswer(crawl, "closed")

    gate.close()
    let running = try Binary.start(crawl.arguments())
    for await _ in arrived {}
    try await expectAnswer(crawl, "open")

    running.endAtOnce()
    #expect(try await running.outcome.code != 0)
    try await expectAnswer(crawl, "killed")
  }

  private func expectAnswer(_ crawl: ScenarioCrawl, _ when: String) async throws {
    let query = ["query", "stats", "--json", "--archive", crawl.place.path]
    let answer = try await Binary.run(user: reader, group: group, query)
    #expect(answer.code == 0, "\(when): \(answer.errors)")
    #expect(answer.output.contains(#""articles":3"#), "\(when): \(answer.output)")
    let stranger = try await Binary.run(user: reader, group: reader, query)
    #expect(stranger.code == 77, "\(when): \(stranger.errors)")
    let writing = try await Binary.run(user: reader, group: group, crawl.arguments())
    #expect(writing.code == 77, "\(when): \(writing.code) \(writing.errors)")
  }

  /// What the outlet does from a moment on.
  private final class Gate: Sendable {
    private let closed = Mutex(false)
    var isClosed: Bool { closed.withLock { $0 } }
    func close() { closed.withLock { $0 = true } }
  }
}
