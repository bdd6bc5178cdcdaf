import Foundation
import Synchronization
import TestKit
import Testing

/// The service: stopped at any moment, told to read its file again, watched by systemd, between silent servers.
@Suite struct DaemonScenarios {
  private let site = Site(articles: 12)

  private func daemon(
    _ crawl: ScenarioCrawl, into archive: String, environment: [String: String] = [:]
  ) throws -> Binary.Running {
    let arguments = ["daemon", "--feeds", crawl.feeds, "--archive", archive]
    return try Binary.start(arguments, environment: environment)
  }

  @Test func daemon_whenTerminatedAtAnyMoment_endsInOrderWithWhatItSawCommitted() async throws {
    let count = Mutex(0)
    let turn = Mutex<(at: Int, arriving: AsyncStream<Void>.Continuation)?>(nil)
    let crawl = try ScenarioCrawl { [site] request, origin in
      let number = count.withLock { count in
        count += 1
        return count
      }
      turn.withLock { if let turn = $0, number == turn.at { turn.arriving.finish() } }
      return site.answer(request, origin: origin)
    }
    defer { crawl.server.stop() }
    let whole = crawl.place.folder + "/whole"
    #expect(try await Binary.run(crawl.arguments(into: whole)).code == 0)
    for at in [1, 2, 4, 7, 11, 13] {
      let (arrived, arriving) = AsyncStream.makeStream(of: Void.self)
      count.withLock { $0 = 0 }
      turn.withLock { $0 = (at, arriving) }
      let archive = crawl.place.folder + "/stopped-\(at)"
      let running = try daemon(crawl, into: archive)
      for await _ in arrived {}
      running.terminate()
      let outcome = try await running.outcome
      #expect(outcome.code == 0)
      #expect(outcome.lines.last?.hasSuffix(" info stopped") == true)
      #expect(outcome.lines.allSatisfy { $0.contains(" info ") || $0.contains(" notice ") })
      let stopped = try ArchiveContents(archive)
      #expect(stopped.integrity == "ok")
      // A stop says nothing about the outlet.
      let health = try await Binary.run(["query", "feeds", "--json", "--archive", archive])
      #expect(health.output.contains(#""failures":0"#))
      #expect(try await Binary.run(crawl.arguments(into: archive)).code == 0)
      #expect(try ArchiveContents(archive).words == ArchiveContents(whole).words)
    }
  }

  @Test func daemon_whenHungUp_takesUpTheNewFileAndKeepsTheOldOneIfItIsBad() async throws {
    let (asked, asking) = AsyncStream.makeStream(of: String.self)
    let crawl = try ScenarioCrawl { request, _ in
      asking.yield(request.path)
      return .text("<rss version=\"2.0\"><channel></channel></rss>", type: "application/rss+xml")
    }
    defer { crawl.server.stop() }
    let running = try daemon(crawl, into: crawl.place.path)
    var paths = asked.makeAsyncIterator()
    #expect(await paths.next() == "/rss")
    _ = try crawl.place.write("version: 1\noutlets: [nonsense", "feeds.yaml")
    running.hangUp()
    _ = try crawl.place.write(
      FeedsText.watching(crawl.server.origin + "/moi", allowing: "127.0.0.1/32"), "feeds.yaml")
    running.hangUp()
    #expect(await paths.next() == "/moi")
    running.terminate()
    let outcome = try await running.outcome
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains(" info feeds.yaml read again outlets=1\n"))
  }

  @Test func daemon_whenItsNewFileIsBad_saysSoAndGoesOn() async throws {
    let crawl = try ScenarioCrawl { _, _ in .text("<rss><channel></channel></rss>", type: "application/rss+xml") }
    defer { crawl.server.stop() }
    let notify = try NotifySocket(in: crawl.place.folder)
    let running = try daemon(crawl, into: crawl.place.path, environment: ["NOTIFY_SOCKET": notify.path])
    var messages = notify.messages.makeAsyncIterator()
    #expect(await messages.next() == "READY=1")
    _ = try crawl.place.write("version: 1\noutlets: [nonsense", "feeds.yaml")
    running.hangUp()
    // It goes on polling, which feeds the watchdog.
    for _ in 1...3 { #expect(await messages.next() == "WATCHDOG=1") }
    running.terminate()
    let outcome = try await running.outcome
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains(" error feeds.yaml not read, the old one is kept error="))
    while let message = await messages.next(), message != "STOPPING=1" { #expect(message == "WATCHDOG=1") }
  }

  @Test func daemon_whenFiftyServersAreSilent_goesOnAskingTheOthers() async throws {
    let (asked, asking) = AsyncStream.makeStream(of: Int.self)
    let silent = try (0..<50).map { _ in try HostileServer { _ in [.silence] } }
    let healthy = try (0..<50).map { number in
      try ScriptedServer { _ in
        asking.yield(number)
        return .text("<rss version=\"2.0\"><channel></channel></rss>", type: "application/rss+xml")
      }
    }
    defer {
      for server in silent { server.stop() }
      for server in healthy { server.stop() }
    }
    let place = try TemporaryArchive()
    let origins = silent.map(\.origin) + healthy.map(\.origin)
    let outlets = origins.enumerated().map { number, origin in
      "  - id: bao-\(number)\n    feeds:\n      - url: \(origin)/rss\n        interval: 1s\n"
    }
    let head =
      "version: 1\nnetwork:\n  per-host-delay: 0s\n  allow-addresses: [127.0.0.1/32]\narchive:\n  min-free: 1MB\n"
    let feeds = try place.write(head + "outlets:\n" + outlets.joined(), "feeds.yaml")
    let running = try Binary.start(["daemon", "--feeds", feeds, "--archive", place.path])
    // Every healthy server is asked again while all the silent ones are still waited for.
    var polls: [Int: Int] = [:]
    for await number in asked {
      polls[number, default: 0] += 1
      if polls.count == 50, polls.values.allSatisfy({ $0 >= 2 }) { break }
    }
    #expect(silent.allSatisfy { $0.connections == 1 })
    running.terminate()
    let outcome = try await running.outcome
    #expect(outcome.code == 0)
    #expect(!outcome.errors.contains(" error "))
  }
}
