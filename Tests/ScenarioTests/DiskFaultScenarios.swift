import Archive
import Foundation
import TestKit
import Testing

/// A disk that fails at one call: the first, the second, and so on until a crawl needs fewer.
@Suite struct DiskFaultScenarios {
  /// Every call in `make deep`; else ever wider steps.
  private static let everyCall = ProcessInfo.processInfo.environment["BANLUU_FAULTS"] == "all"

  @Test(.enabled(if: FaultyDisk.isPossible))
  func crawl_whenTheDiskFailsAtAnyCall_losesNothingAndTheNextOneCompletes() async throws {
    let crawl = try ScenarioCrawl(Site(articles: 3))
    defer { crawl.server.stop() }
    let disk = try FaultyDisk(in: crawl.place)
    #expect(try await crawl.run().code == 0)
    let whole = try crawl.contents
    var (number, told) = (1, 0)
    while true {
      let archive = crawl.place.folder + "/fault-\(number)"
      let (outcome, met) = try await disk.run(failing: number, in: archive, crawl.arguments(into: archive))
      guard met else {
        #expect(outcome.code == 0)
        break
      }
      if outcome.code != 0 { told += 1 }
      #expect([0, 73, 74].contains(outcome.code), "call \(number): \(outcome.errors)")
      let again = try await Binary.run(crawl.arguments(into: archive))
      #expect(again.code == 0, "after call \(number): \(again.errors)")
      let after = try ArchiveContents(archive)
      #expect(after.integrity == "ok")
      #expect(after.words == whole.words, "call \(number)")
      #expect((after.articles, after.aliases, after.events) == (whole.articles, whole.aliases, whole.events))
      let report = try Verifier(folder: archive, depth: .full).run()
      #expect(report.clean, "call \(number): \(report.findings)")
      try FileManager.default.removeItem(atPath: archive)
      number += Self.everyCall ? 1 : max(1, number / 3)
    }
    #expect(told >= 5)
  }
}
