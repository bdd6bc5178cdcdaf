import Archive
import Dispatch
import Foundation
import GRDB
import Synchronization
import TestKit
import Testing

/// A crawl that is killed at any moment loses nothing a reader could see, and the next one goes on.
@Suite struct KillScenarios {
  /// More in `make deep`.
  private static let kills = ProcessInfo.processInfo.environment["BANLUU_KILLS"].flatMap(Int.init) ?? 100

  /// What readers may see of an archive: each version of each article with the hash of its words.
  private static func acknowledged(_ folder: String) throws -> Set<String> {
    guard let database = try? ArchiveDatabase.openReader(folder: folder) else { return [] }
    return try database.read { db in
      Set(
        try String.fetchAll(
          db,
          sql: """
            SELECT a.url || ' ' || v.number || ' ' || t.hash || ' ' || v.first_seen || ' ' || v.entry FROM version v
            JOIN text t ON t.id = v.text JOIN article a ON a.id = v.article
            """))
    }
  }

  @Test func crawl_whenKilledAtAnyMoment_losesNothingAcknowledged() async throws {
    let press = ChangingPress(articles: 24)
    let crawl = try ScenarioCrawl { press.answer($0, origin: $1) }
    defer { crawl.server.stop() }
    // How long a whole one takes here, so that on a slow machine too some kills come late.
    let began = ContinuousClock.now
    #expect(try await crawl.run("--recheck", "all").code == 0)
    let longest = UInt32(max(150, (ContinuousClock.now - began) / .milliseconds(2))) * 1000
    var known = try Self.acknowledged(crawl.place.path)
    #expect(known.count == 24)
    var random = SystemRandomNumberGenerator()
    var cutShort = 0
    for _ in 0..<Self.kills {
      press.nextRound()
      // Edits are committed behind the last page, so most kills come there.
      let reached = press.await(request: Bool.random(using: &random) ? 24 : Int.random(in: 1...24, using: &random))
      let running = try Binary.start(crawl.arguments(into: nil, "--recheck", "all"))
      let ended = Task { try await running.outcome }
      for await _ in reached {}
      // Where between a request and the end of the round does not matter.
      usleep(UInt32.random(in: 0...longest, using: &random))
      known.formUnion(try Self.acknowledged(crawl.place.path))
      running.endAtOnce()
      if try await ended.value.code != 0 { cutShort += 1 }
      let after = try Self.acknowledged(crawl.place.path)
      #expect(known.isSubset(of: after), "\(known.subtracting(after).count) acknowledged versions are lost")
      known = after
      let report = try Verifier(folder: crawl.place.path, depth: .full).run()
      #expect(report.clean, "\(report.findings)")
    }
    #expect(try await crawl.run("--recheck", "all").code == 0)
    let report = try Verifier(folder: crawl.place.path, depth: .full).run()
    #expect(report.clean)
    // Every entry of the log and no gap; every article once.
    #expect(report.entries >= report.versions)
    #expect(try crawl.contents.articles == 24)
    #expect(cutShort > Self.kills / 4)
    #expect(report.versions > 24)
    print("kills: \(Self.kills), cut short \(cutShort), versions \(report.versions), lost 0")
  }

  @Test func daemon_whenTwentyStartAtOnce_oneRunsAndTheOthersExit75() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    let arguments = ["daemon"] + crawl.arguments().dropFirst().filter { $0 != "--json" }
    // A lock file that a killed holder left behind blocks nobody.
    let stale = try Binary.start(arguments)
    while FileManager.default.contents(atPath: crawl.place.path + "/lock")?.isEmpty != false { await Task.yield() }
    stale.endAtOnce()
    _ = try await stale.outcome
    let all = try (0..<20).map { _ in try Binary.start(arguments) }
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for running in all {
        group.addTask {
          let outcome = try await running.outcome
          if outcome.code == 75 { #expect(outcome.errors.contains("is being written by daemon, process ")) }
          return outcome.code
        }
      }
      var codes: [Int32] = []
      while codes.count < 19, let code = try await group.next() { codes.append(code) }
      for running in all { running.terminate() }
      for try await code in group { codes.append(code) }
      return codes
    }
    #expect(codes.count { $0 == 75 } == 19)
    #expect(codes.last == 0)
  }

  /// An outlet whose articles change in every round.
  private final class ChangingPress: Sendable {
    private struct State {
      var round = 0
      var requests = 0
      var wanted = Int.max
      var arrived: AsyncStream<Void>.Continuation?
    }
    private let site: Site
    private let state = Mutex(State())

    init(articles: Int) { site = Site(articles: articles) }

    func nextRound() { state.withLock { $0.round += 1 } }

    /// Ends when so many requests of a crawl have come.
    func await(request number: Int) -> AsyncStream<Void> {
      let (arrived, arriving) = AsyncStream.makeStream(of: Void.self)
      state.withLock { ($0.requests, $0.wanted, $0.arrived) = (0, number, arriving) }
      return arrived
    }

    func answer(_ request: ScriptedRequest, origin: String) -> ScriptedAnswer {
      let round = state.withLock { state in
        state.requests += 1
        if state.requests == state.wanted { state.arrived?.finish() }
        return state.round
      }
      let number = request.path.split(separator: "-").last.flatMap { Int($0) }
      guard let number, (1...site.articles).contains(number) else { return site.answer(request, origin: origin) }
      return .text(page(number, round), type: "text/html; charset=utf-8")
    }

    private func page(_ number: Int, _ round: Int) -> String {
      """
      <html><head><title>Bản tin thủy văn số \(number)</title></head><body><article><h1>Bản tin thủy văn số \(number)</h1>
      <p>Trạm đo số \(number) ghi mực nước \(100 + 7 * number + 3 * round) cm lúc sáu giờ, cao hơn hôm qua.</p>
      <p>Người dân ven suối Nậm \(number * 31) được nhắc dời chuồng trại lên bãi cao trước khi trời tối.</p>
      </article></body></html>
      """
    }
  }
}
