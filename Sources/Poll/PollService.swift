import Archive
import Foundation
import Logging
import News
import ServiceLifecycle
import UnixSignals

/// The daemon: rounds by the timetable until SIGTERM or SIGINT; SIGHUP reads feeds.yaml again.
public struct PollService: Service {
  private let path: String
  private let folder: String
  private let logger: Logger
  private let tick: Duration

  /// `tick` is how often the timetable is asked what is due.
  public init(feedsPath: String, folder: String, logger: Logger, tick: Duration = .seconds(5)) {
    path = feedsPath
    self.folder = folder
    self.logger = logger
    self.tick = tick
  }

  /// Runs the daemon until it is told to stop; everything seen is committed by then.
  public static func run(feedsPath: String, folder: String) async throws {
    let logger = Logger(label: "banluu") { _ in LineLog() }
    let service = PollService(feedsPath: feedsPath, folder: folder, logger: logger)
    let group = ServiceGroup(services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    try await group.run()
  }

  public func run() async throws {
    let feeds = try FeedsFile.load(path: path)
    let archive = try NewsArchive(folder: folder, holder: "daemon", origin: feeds.logOrigin, at: Round.now())
    if let notice = archive.notice { logger.warning("log", metadata: ["message": "\(notice)"]) }
    let first = try await Round(feeds: feeds, archive: archive)
    let notice = ServiceNotice()
    // Trapped before anybody is told that the service is ready: an untrapped SIGHUP ends the process.
    let hangUps = await UnixSignalsSequence(trapping: .sighup)
    let (rounds, next) = AsyncStream.makeStream(of: Round.self, bufferingPolicy: .bufferingNewest(1))
    next.yield(first)
    notice.ready()
    logger.info("started", metadata: ["archive": "\(folder)", "feeds": "\(path)"])
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await keep(rounds, notice) }
        group.addTask { await reload(on: hangUps, after: first, next) }
        await group.waitForAll()
      }
    }
    notice.stopping()
    logger.info("stopped")
  }

  /// One set of outlets after the other; the one before is ended first, with what it saw committed.
  private func keep(_ rounds: AsyncStream<Round>, _ notice: ServiceNotice) async {
    var current: (round: Round, task: Task<Void, Never>)?
    for await round in rounds {
      await Self.end(current)
      let keeper = RoundKeeper(round: round, logger: logger, notice: notice, tick: tick)
      current = (round, Task { await keeper.run() })
    }
    await Self.end(current)
  }

  private static func end(_ current: (round: Round, task: Task<Void, Never>)?) async {
    current?.task.cancel()
    await current?.task.value
    current?.round.shutDown()
  }

  /// A bad new feeds.yaml is told and the old one kept.
  private func reload(
    on hangUps: UnixSignalsSequence, after first: Round, _ next: AsyncStream<Round>.Continuation
  ) async {
    var last = first
    for await _ in hangUps {
      do {
        let feeds = try FeedsFile.load(path: path)
        last = try await Round(feeds: feeds, archive: last.archive, succeeding: last)
        next.yield(last)
        logger.info("feeds.yaml read again", metadata: ["outlets": "\(feeds.outlets.count)"])
      } catch {
        logger.error("feeds.yaml not read, the old one is kept", metadata: ["error": "\(error)"])
      }
    }
    next.finish()
  }
}
