import Archive
import News
import Parse

/// Takes the pages of WARC files into the archive, as looks of the time at which they were archived.
public struct WARCImporter: Sendable {
  /// What an import did.
  public struct Summary: Sendable {
    public var pages = 0
    public var articles = 0
    public var versions = 0
    public var events = 0
    /// Answers that are no pages of articles.
    public var passed = 0
    public var problems: [String] = []
  }

  private let archive: NewsArchive
  private let outlet: String?
  private let intake: Intake

  /// `outlet` takes all pages for its own; without it each host is an outlet, unless one is known to have it.
  public init(archive: NewsArchive, outlet: String?) {
    self.archive = archive
    self.outlet = outlet
    var feeds = FeedsFile()
    (feeds.confirmAfter, feeds.goneAfter) = (.zero, .zero)
    intake = Intake(feeds)
  }

  /// Imports the files, each in the order of its records.
  public func run(_ paths: [String]) async throws -> Summary {
    var summary = Summary()
    var batch: [NewsArchive.ImportedPage] = []
    for path in paths {
      summary.problems += try await WARCPages(path: path).read { exchange, at, type in
        guard let page = try await page(exchange, at, type) else {
          summary.passed += 1
          return
        }
        summary.pages += 1
        batch.append(page)
        if batch.count == 64 { try await commit(&batch, into: &summary) }
      }
    }
    try await commit(&batch, into: &summary)
    return summary
  }

  private func page(_ exchange: Exchange, _ at: Instant, _ type: String?) async throws -> NewsArchive.ImportedPage? {
    guard let host = WebAddress.host(exchange.url) else { return nil }
    var id = outlet
    if id == nil { id = try await archive.outlet(owning: host) }
    let own = Outlet(id: id ?? host, name: id ?? host, hosts: [host])
    guard let outcome = Self.outcome(exchange, type, own) else { return nil }
    let look = Look(article: 0, at: at, outcome: outcome, exchange: exchange)
    return NewsArchive.ImportedPage(
      outlet: own.id, url: exchange.url, keys: Identity(own).keys(url: exchange.url), look: look)
  }

  private static func outcome(_ exchange: Exchange, _ type: String?, _ outlet: Outlet) -> Look.Outcome? {
    if exchange.status == 404 || exchange.status == 410 { return .gone(how: "\(exchange.status)") }
    guard exchange.status == 200, type.map({ $0.lowercased().contains("html") }) ?? true,
      case .success(let page) = PageParser().parse(
        Payload(bytes: exchange.body, contentType: type, url: exchange.url), for: outlet), !page.damaged
    else { return nil }
    let text = CanonicalText.of(ArticleText(title: page.title, summary: page.summary, paragraphs: page.paragraphs))
    guard !text.paragraphs.isEmpty else { return nil }
    return .live(
      PageSeen(
        text: text, author: page.author, published: page.published?.instant, modified: page.modified?.instant,
        correction: page.hasCorrection))
  }

  private func commit(_ batch: inout [NewsArchive.ImportedPage], into summary: inout Summary) async throws {
    guard !batch.isEmpty else { return }
    let intake = intake
    for receipt in try await archive.commit(pages: batch, deciding: { intake.decide($0, $1) }) {
      if receipt.firstVersion { summary.articles += 1 }
      if receipt.newVersion { summary.versions += 1 }
      summary.events += receipt.events.count
    }
    batch = []
  }
}
