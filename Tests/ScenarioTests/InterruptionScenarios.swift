import Dispatch
import TestKit
import Testing

/// Crawls that are stopped or run out of disk, and the run after them.
@Suite struct InterruptionScenarios {
  private let site = Site(articles: 12)

  private func undisturbed(_ crawl: ScenarioCrawl) async throws -> ArchiveContents {
    let whole = crawl.place.folder + "/undisturbed"
    #expect(try await Binary.run(crawl.arguments(into: whole)).code == 0)
    return try ArchiveContents(whole)
  }

  @Test func crawl_whenInterrupted_exits130AndTheNextOneCompletes() async throws {
    let (arrived, arriving) = AsyncStream.makeStream(of: Void.self)
    let release = DispatchSemaphore(value: 0)
    let crawl = try ScenarioCrawl { [site] request, origin in
      if request.path == site.path(6) {
        arriving.finish()
        release.wait()
        release.signal()
      }
      return site.answer(request, origin: origin)
    }
    defer { crawl.server.stop() }
    let running = try Binary.start(crawl.arguments())
    for await _ in arrived {}
    running.interrupt()
    let outcome = try await running.outcome
    release.signal()
    #expect(outcome.code == 130)
    #expect(outcome.errors == "banluu: stopped; what was committed is kept, run the same command again to go on\n")
    let half = try crawl.contents
    #expect(half.integrity == "ok")
    #expect((1..<12).contains(half.versions))
    #expect(try await crawl.run().code == 0)
    #expect(try await crawl.contents.words == undisturbed(crawl).words)
    #expect(try crawl.contents.articles == 12)
  }

  @Test func crawl_whenInterruptedAtItsSource_doesNotCallTheSourceFailing() async throws {
    let (arrived, arriving) = AsyncStream.makeStream(of: Void.self)
    let release = DispatchSemaphore(value: 0)
    let crawl = try ScenarioCrawl { _, _ in
      arriving.finish()
      release.wait()
      return .missing
    }
    defer {
      release.signal()
      crawl.server.stop()
    }
    let running = try Binary.start(crawl.arguments())
    for await _ in arrived {}
    running.interrupt()
    #expect(try await running.outcome.code == 130)
    let health = try await crawl.query("feeds", "--json").output
    #expect(health.contains(#""failures":0"#) && health.contains(#""outcome":"new""#))
  }

  @Test func crawl_whenTheDiskIsFull_exits74AndTheNextOneCompletes() async throws {
    let crawl = try ScenarioCrawl(site)
    defer { crawl.server.stop() }
    let whole = try await undisturbed(crawl)
    var full = 0
    // From a disk with room for nothing to one with room for most: it gives out at another write each time.
    for blocks in [1, 60, 200, 320, 360, 400, 440, 480] {
      let archive = crawl.place.folder + "/full-\(blocks)"
      let outcome = try await Binary.run(longestFile: blocks, crawl.arguments(into: archive))
      if outcome.code != 0 {
        full += 1
        #expect(outcome.code == 74)
        #expect(outcome.lines.count == 1)
        #expect(outcome.errors.contains("free some space and run the same command again"))
      }
      #expect(try await Binary.run(crawl.arguments(into: archive)).code == 0)
      let after = try ArchiveContents(archive)
      #expect(after.integrity == "ok")
      #expect(after.words == whole.words)
      #expect((after.articles, after.aliases, after.events) == (whole.articles, whole.aliases, whole.events))
    }
    #expect(full >= 3)
  }

  @Test func crawl_whenTheDiskHasLessThanMinFree_exits74BeforeFetching() async throws {
    let crawl = try ScenarioCrawl(minFree: "900000GB") { _, _ in .missing }
    defer { crawl.server.stop() }
    let outcome = try await crawl.run()
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("archive.min-free is 900000000 MB"))
    #expect(crawl.server.requests.isEmpty)
  }
}
