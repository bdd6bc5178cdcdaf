import Archive
import Detect
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
    case .fresh(let response):
      look.outcome = judge(response, errand)
      switch look.outcome {
      case .live:
        look.exchange = Exchange(response)
        look.etag = response.etag
        look.lastModified = response.lastModified
        look.arrival = arrival(response, errand)
      case .blocked(let status): look.message = "\(errand.url) answered \(status), access is refused"
      case .failed(let why): look.message = "\(errand.url) cannot be used (\(why)); it is looked at again later"
      case .gone, .lost, .unchanged: break
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

  private func judge(_ response: Response, _ errand: NewsArchive.Errand) -> Look.Outcome {
    if Self.isBlocked(response) { return .blocked("\(response.status)") }
    switch response.status {
    case 200: break
    case 404, 410: return .gone(how: "\(response.status)")
    default: return .failed("status \(response.status)")
    }
    if !response.redirects.isEmpty, isFrontPage(response.url), !isFrontPage(errand.url) { return .gone(how: "home") }
    let payload = Payload(bytes: response.body, contentType: response.contentType, url: response.url)
    switch reading.read(payload) {
    case .failure(let failure): return .failed("\(failure.reason)")
    case .success(let (page, text)):
      let shown = [text.title] + text.paragraphs
      let syllables = shown.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
      let first = text.paragraphs.first ?? ""
      if ChallengePage.isOne(title: text.title, firstParagraph: first, syllables: syllables) {
        return .blocked("\(response.status), a page that stands before it")
      }
      if GonePage.saysGone(title: text.title, firstParagraph: first, syllables: syllables) {
        return .gone(how: "soft")
      }
      if page.damaged || (text.title.isEmpty && text.paragraphs.isEmpty) { return .failed("damaged") }
      return .live(seen(page, text, response, errand))
    }
  }

  /// Where redirects led, if to another address of the outlet.
  private func arrival(_ response: Response, _ errand: NewsArchive.Errand) -> Look.Arrival? {
    let identity = Identity(outlet)
    guard !response.redirects.isEmpty, identity.owns(url: response.url) else { return nil }
    let keys = identity.keys(url: response.url)
    return keys == identity.keys(url: errand.url) ? nil : Look.Arrival(url: response.url, keys: keys)
  }

  private func seen(_ page: ParsedPage, _ text: ArticleText, _ response: Response, _ errand: NewsArchive.Errand)
    -> PageSeen
  {
    let identity = Identity(outlet)
    let addresses = [page.canonical].compactMap { $0 }.filter {
      identity.owns(url: $0) && !isFrontPage($0)
    }
    var seen = PageSeen(
      text: text, author: page.author, published: page.published?.instant ?? errand.entryPublished,
      modified: page.modified?.instant, correction: page.hasCorrection,
      aliases: addresses.flatMap { identity.keys(url: $0) })
    seen.statedPublished = page.statesPublished ? page.published?.instant : nil
    seen.statedAuthor = page.statesAuthor ? page.author : nil
    seen.reader = reading.name
    seen.asides = page.asides
    return seen
  }

  /// Refusals and challenge pages; never the same as gone.
  private static func isBlocked(_ response: Response) -> Bool {
    response.barrier != nil || [401, 403, 429, 503].contains(response.status)
  }

  private func isFrontPage(_ url: String) -> Bool {
    url.split(separator: "?")[0].split(separator: "/", omittingEmptySubsequences: true).count <= 2
  }
}

extension Exchange {
  fileprivate init(_ response: Response) {
    self.init(
      url: response.url, status: response.status,
      requestHeaders: response.requestHeaders.map { ($0.name, $0.value) },
      responseHeaders: response.headers.map { ($0.name, $0.value) }, body: response.body, peer: response.peerAddress)
    room = response.room
  }
}
