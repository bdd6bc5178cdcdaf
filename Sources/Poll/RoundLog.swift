import Archive
import Logging

/// What came of an outlet's round, one line an event.
struct RoundLog: Sendable {
  let logger: Logger
  let outlet: String

  func tell(_ summary: CrawlSummary, of archive: NewsArchive) async {
    let addresses = (try? await archive.addresses(of: summary.found.map(\.article))) ?? [:]
    for finding in summary.found {
      log(.notice, finding.kind, ["url": "\(addresses[finding.article] ?? "article \(finding.article)")"])
    }
    for trouble in summary.troubles { log(.warning, "trouble", ["message": "\(trouble)"]) }
    let polled = summary.sourcesOK + summary.sourcesNotModified + summary.sourcesFailed
    guard polled + summary.articlesLooked > 0 else { return }
    log(
      .info, "round",
      [
        "polled": "\(polled)", "not_modified": "\(summary.sourcesNotModified)", "failed": "\(summary.sourcesFailed)",
        "new": "\(summary.articlesNew)", "looked": "\(summary.articlesLooked)", "copies": "\(summary.copies)",
        "stale": "\(summary.stale)", "seconds": "\(summary.seconds)",
      ])
  }

  private func log(_ level: Logger.Level, _ event: String, _ metadata: Logger.Metadata) {
    logger.log(level: level, "\(event)", metadata: metadata.merging(["outlet": "\(outlet)"]) { $1 })
  }
}
