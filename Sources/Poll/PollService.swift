import Archive
import Logging
import News
import ServiceLifecycle
import UnixSignals

/// The daemon: rounds by the timetable until SIGTERM or SIGINT; SIGHUP reads feeds.yaml again.
public struct PollService: Service {
  private let path: String
  private let folder: String
  private let logger: Logger
  /// How often the timetable is asked what is due.
  private let tick: Duration = .seconds(5)

  public init(feedsPath: String, folder: String, logger: Logger) {
    path = feedsPath
    self.folder = folder
    self.logger = logger
  }

  /// Runs the daemon until it is told to stop; everything seen is committed by then.
  public static func run(feedsPath: String, folder: String) async throws {
    var logger = Logger(label: "banluu") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .info
    let service = PollService(feedsPath: feedsPath, folder: folder, logger: logger)
    let group = ServiceGroup(services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    do { try await group.run() } catch let error as ServiceGroupError {
      logger.error("stopped", metadata: ["reason": "\(error)"])
    }
  }

  public func run() async throws {
    let feeds = try FeedsFile.load(path: path)
    let archive = try NewsArchive(folder: folder, holder: "daemon", origin: feeds.logOrigin, at: Round.now())
    if let notice = archive.notice { logger.warning("log", metadata: ["message": "\(notice)"]) }
    let first = try await Round(feeds: feeds, archive: archive)
    let notice = ServiceNotice()
    notice.ready()
    logger.info("started", metadata: ["archive": "\(folder)", "feeds": "\(path)"])
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        let desk = RoundDesk(first)
        group.addTask { await poll(desk) }
        group.addTask { await reload(desk, archive) }
        await group.waitForAll()
        await desk.round.shutDown()
      }
    }
    notice.stopping()
    logger.info("stopped")
  }

  private func poll(_ desk: RoundDesk) async {
    let notice = ServiceNotice()
    var options = Crawl.Options()
    options.dueOnly = true
    while !Task.isCancelled {
      do {
        // Only looks made and rounds ended feed the watchdog: a poller that is stuck does neither.
        let summary = try await desk.round.run(options) { _, _ in notice.alive() }
        notice.alive()
        if summary.articlesLooked > 0 || summary.sourcesFailed > 0 { log(summary) }
        try await Task.sleep(for: tick)
      } catch is CancellationError {
        return
      } catch {
        logger.error("round failed", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: .seconds(60))
      }
    }
  }

  /// A bad new feeds.yaml is told and the old one kept.
  private func reload(_ desk: RoundDesk, _ archive: NewsArchive) async {
    for await _ in await UnixSignalsSequence(trapping: .sighup) {
      do {
        await desk.replace(try await Round(feeds: try FeedsFile.load(path: path), archive: archive))
        logger.info("feeds.yaml read again")
      } catch {
        logger.error("feeds.yaml not read, the old one is kept", metadata: ["error": "\(error)"])
      }
    }
  }

  private func log(_ summary: CrawlSummary) {
    logger.info(
      "round",
      metadata: [
        "new": "\(summary.articlesNew)", "looked": "\(summary.articlesLooked)", "edited": "\(summary.edited)",
        "deleted": "\(summary.deleted)", "restored": "\(summary.restored)", "copies": "\(summary.copies)",
        "stale": "\(summary.stale)", "failed": "\(summary.sourcesFailed)",
      ])
    for trouble in summary.troubles {
      logger.warning("trouble", metadata: ["message": "\(trouble)"])
    }
  }
}

/// Holds the round in use, so that a reload takes effect with the next one.
private actor RoundDesk {
  private(set) var round: Round

  init(_ round: Round) { self.round = round }

  func replace(_ next: Round) {
    round.shutDown()
    round = next
  }
}
