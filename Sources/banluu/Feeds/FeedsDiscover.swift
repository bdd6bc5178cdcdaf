import ArgumentParser
import Fetch
import Foundation
import News
import Poll

/// `banluu feeds discover`: what can be polled at a site.
struct FeedsDiscover: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Find a site's feeds, listings and sitemaps, and print them as a block for feeds.yaml.")
  @OptionGroup var feeds: FeedsOptions
  @Argument(help: "The address of a site or of a page of it.") var url: String

  func run() async throws {
    try await Failure.reporting {
      let report = try await Self.search(url, settings: feeds.fileIfAny())
      print(FeedsFileBlock.lines(of: report.planned, notes: report.remarks).map { "  " + $0 }.joined(separator: "\n"))
      Self.tellNotes(report)
    }
  }

  /// Looks around at a site with the manners of `settings`; exit 69 where there is nothing.
  static func search(_ url: String, settings: FeedsFile) async throws -> Discovery.Report {
    let fetcher = Fetcher(policy: FetchPolicy(settings))
    defer { fetcher.shutDown() }
    let written = url.contains("://") ? url : "https://" + url
    let discovery = Discovery(fetcher: fetcher, now: Round.now()) { Progress.tell("asking \($0)") }
    do {
      let report = try await discovery.run(written)
      Progress.clear()
      guard !report.sources.isEmpty else {
        tellNotes(report)
        throw Failure.exit(
          69, Terminal.safe("nothing to poll was found at \(written); name a page that lists articles instead"))
      }
      return report
    } catch let failure as DiscoveryFailure {
      Progress.clear()
      throw Failure.exit(69, Terminal.safe(failure.message))
    }
  }

  static func tellNotes(_ report: Discovery.Report) {
    for note in report.notes.prefix(10) { Failure.say(Terminal.safe(note)) }
  }
}

extension FeedsOptions {
  /// The feeds file; where none is named and none stands, one that says nothing.
  func fileIfAny() throws -> FeedsFile {
    let isThere = feeds != nil || FileManager.default.fileExists(atPath: path)
    return isThere ? try FeedsFile.load(path: path) : FeedsFile()
  }
}

extension Discovery.Report {
  /// The outlet with its sources, as it would stand in feeds.yaml.
  var planned: Outlet {
    var outlet = outlet
    outlet.sources = sources.map(\.source)
    return outlet
  }

  /// What each source yielded.
  var remarks: [String: String] {
    Dictionary(
      sources.map { found in
        let count = found.articles.count
        var words = "\(found.format), \(count) \(found.source.kind == .listing ? "links" : "entries")"
        if let newest = found.newest { words += ", newest \(newest.rfc3339)" }
        if found.hasTexts { words += ", with full texts" }
        return (found.source.url, words)
      }, uniquingKeysWith: { first, _ in first })
  }
}
