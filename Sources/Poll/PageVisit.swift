import Archive
import Fetch
import News
import Parse

/// Fetches one article page and says what came of it.
struct PageVisit: Sendable {
  let reading: PageReading
  /// The waits of the timetable.
  let looks: [Duration]
  let fetcher: Fetcher
  let clock: @Sendable () -> Instant

  private var outlet: Outlet { reading.outlet }

  func look(_ errand: NewsArchive.Errand) async -> Look? {
    if Task.isCancelled { return nil }
    guard Identity(outlet).owns(url: errand.url) else {
      let seen = entry(errand) ?? .failed("not on the outlet's hosts")
      return Look(article: errand.article, at: clock(), outcome: seen)
    }
    let isPlain = errand.confirms || Timetable.asksPlainly(step: errand.step, of: looks)
    let request = FetchRequest(
      url: errand.url, etag: isPlain ? nil : errand.etag, lastModified: isPlain ? nil : errand.lastModified,
      hosts: Identity.hosts(of: outlet))
    let outcome = await fetcher.fetch(request)
    var look = Look(
      article: errand.article, at: clock(), outcome: .unchanged, etag: errand.etag,
      lastModified: errand.lastModified)
    switch outcome {
    case .notModified: break
    case .forbidden(let why): look.outcome = entry(errand) ?? .failed(why)
    // A page that was not asked for stays due.
    case .resting: return nil
    case .refused(let why):
      if Task.isCancelled { return nil }
      look.outcome = .failed(why)
      look.message = why
    case .failed(let failure):
      if Task.isCancelled { return nil }
      look.outcome = .failed(failure.cause.rawValue)
      look.message = failure.message
    case .fresh(let response): return await answered(response, errand, look)
    }
    return look
  }

  private func answered(_ response: Response, _ errand: NewsArchive.Errand, _ before: Look) async -> Look? {
    var look = before
    switch PageAnswer(response, to: errand.url, read: reading) {
    case .other(let outcome):
      look.outcome = outcome
      switch outcome {
      case .blocked(let status): look.message = "\(errand.url) answered \(status), access is refused"
      case .failed(let why): look.message = "\(errand.url) cannot be used (\(why)); it is looked at again later"
      case .live, .gone, .lost, .unchanged: break
      }
    case .page(let first):
      var pages = FurtherPages(of: first, reading: reading, fetcher: fetcher, known: errand.versionPages)
      switch await pages.read(from: response.url) {
      case .postponed: return nil
      case .broken(let outcome, let message): (look.outcome, look.message) = (outcome, message)
      case .whole:
        look.outcome = .live(seen(pages, errand))
        look.exchange = Exchange(response)
        look.furtherExchanges = pages.exchanges
        look.etag = pages.isOnePage ? response.etag : nil
        look.lastModified = pages.isOnePage ? response.lastModified : nil
        look.arrival = arrival(response, errand)
      }
    }
    return look
  }

  /// A page that may not be fetched (another host, robots.txt) is kept as an entry version, from the feed's own text.
  private func entry(_ errand: NewsArchive.Errand) -> Look.Outcome? {
    guard !errand.entryTitle.isEmpty else { return nil }
    let text = ArticleText(title: errand.entryTitle, summary: errand.entrySummary, paragraphs: [])
    return .live(PageSeen(text: CanonicalText.of(text), origin: .entry, published: errand.entryPublished))
  }

  /// Where redirects led, if to another address of the outlet.
  private func arrival(_ response: Response, _ errand: NewsArchive.Errand) -> Look.Arrival? {
    let identity = Identity(outlet)
    guard !response.redirects.isEmpty, identity.owns(url: response.url) else { return nil }
    let keys = identity.keys(url: response.url)
    return keys == identity.keys(url: errand.url) ? nil : Look.Arrival(url: response.url, keys: keys)
  }

  private func seen(_ pages: FurtherPages, _ errand: NewsArchive.Errand) -> PageSeen {
    let identity = Identity(outlet)
    let page = pages.page
    let canonical = [page.canonical].compactMap { $0 }.filter { identity.owns(url: $0) && !PageAnswer.isFrontPage($0) }
    var seen = PageSeen(
      text: reading.text(of: page), author: page.author, published: page.published?.instant ?? errand.entryPublished,
      modified: page.modified?.instant, correction: page.hasCorrection,
      aliases: (canonical + pages.addresses).flatMap { identity.keys(url: $0) })
    seen.statedPublished = page.statesPublished ? page.published?.instant : nil
    seen.statedAuthor = page.statesAuthor ? page.author : nil
    seen.reader = reading.name
    seen.asides = page.asides
    seen.furtherPages = pages.added
    return seen
  }
}
