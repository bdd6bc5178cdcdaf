import Archive
import Fetch
import News
import Parse

/// Reads the pages that follow an article's first, one after another, and joins them to it.
struct FurtherPages: Sendable {
  /// What came of it.
  enum Outcome: Sendable {
    case whole
    /// A page is missing: nothing is known of the article's words then.
    case broken(Look.Outcome, message: String)
    /// It was not asked for a page: the look is made another time.
    case postponed
  }

  let reading: PageReading
  let fetcher: Fetcher
  /// How many pages the version that stands has: one of them that does not answer was not taken away by that.
  let known: Int

  private(set) var page: ParsedPage
  private(set) var exchanges: [Exchange] = []
  /// What each page added.
  private(set) var added: [[String]] = []
  private(set) var addresses: [String] = []
  /// A page that is linked to is not there, or not yet.
  private(set) var isCut = false
  /// A first page that has not changed tells whether the article has.
  var isOnePage: Bool { exchanges.isEmpty && !isCut }

  init(of page: ParsedPage, reading: PageReading, fetcher: Fetcher, known: Int) {
    (self.page, self.reading, self.fetcher, self.known) = (page, reading, fetcher, known)
  }

  /// Reads on from a first page that answered at `url`.
  mutating func read(from url: String) async -> Outcome {
    let identity = Identity(reading.outlet)
    var series = PageSeries(first: page, url: url)
    while let next = series.next, identity.owns(url: next) {
      let isKnown = series.count < known
      var request = FetchRequest(url: next, hosts: Identity.hosts(of: reading.outlet))
      // Those that hold pages already would wait for each other.
      request.waitsForMemory = false
      switch await fetcher.fetch(request) {
      case .fresh(let response):
        guard identity.keys(url: response.url) == identity.keys(url: next) else {
          return isKnown ? Self.broken(next, series, "it leads to \(response.url)") : .whole
        }
        switch PageAnswer(response, to: next, read: reading) {
        case .page(let more):
          let before = page.paragraphs.count
          guard page.append(more) else {
            return isKnown ? Self.broken(next, series, "it says what stood before") : .whole
          }
          series.take(more)
          added.append(Array(page.paragraphs[before...]))
          exchanges.append(Exchange(response))
          addresses.append(next)
        case .other(.gone(let how)):
          isCut = true
          return isKnown ? Self.broken(next, series, how) : .whole
        case .other(.blocked(let how)):
          return .broken(.blocked(how), message: "\(next) answered \(how), access is refused")
        case .other(let outcome): return Self.broken(next, series, outcome.name)
        }
      case .forbidden(let why): return isKnown ? Self.broken(next, series, why) : .whole
      case .resting: return .postponed
      case .refused(let why): return Task.isCancelled ? .postponed : Self.broken(next, series, why)
      case .failed(let failure):
        return Task.isCancelled ? .postponed : Self.broken(next, series, failure.cause.rawValue)
      case .notModified: return Self.broken(next, series, "304 without having been asked")
      }
    }
    return .whole
  }

  private static func broken(_ url: String, _ series: PageSeries, _ why: String) -> Outcome {
    let number = series.count + 1
    return .broken(
      .failed("page \(number): \(why)"),
      message: "\(url), page \(number) of an article, cannot be used (\(why)); the article is looked at again later")
  }
}

extension Exchange {
  init(_ response: Response) {
    self.init(
      url: response.url, status: response.status,
      requestHeaders: response.requestHeaders.map { ($0.name, $0.value) },
      responseHeaders: response.headers.map { ($0.name, $0.value) }, body: response.body, peer: response.peerAddress)
    room = response.room
  }
}
