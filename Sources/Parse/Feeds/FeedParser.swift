import News

/// Reads RSS, Atom, JSON Feed, sitemaps and listing pages.
public struct FeedParser: Sendable {
  private static let sizeLimit = 8 << 20

  private let now: Instant?

  /// Dates more than a day after `now` are flagged.
  public init(now: Instant? = nil) { self.now = now }

  /// The feed in a payload; how dates are read and what kind is expected is the source's.
  public func parse(_ payload: Payload, for source: Source) -> Result<ParsedFeed, ParseFailure> {
    guard payload.bytes.count <= Self.sizeLimit else {
      return .failure(ParseFailure(.tooLarge, "larger than 8 MiB"))
    }
    let budget = ParseBudget()
    return Gunzip.unpacked(payload.bytes, limit: Self.sizeLimit).flatMap { bytes in
      let text = TextDecoder.decode(bytes, contentType: payload.contentType)
      return read(text, payload.base, FeedDates(source: source, now: now), budget).map { feed in
        var feed = feed
        feed.encoding = text.encoding
        feed.encodingStep = text.step
        feed.damaged = feed.damaged || text.damaged
        if text.damaged { feed.markReplacedCharacters() }
        return feed
      }
    }
  }

  private func read(
    _ text: DecodedText, _ url: String, _ dates: FeedDates, _ budget: ParseBudget
  ) -> Result<ParsedFeed, ParseFailure> {
    guard let first = text.utf8.first(where: { $0 > 0x20 }) else {
      return .failure(ParseFailure(.empty, "the document is empty"))
    }
    if dates.source.kind == .listing { return ListingParser(url: url, dates: dates, budget: budget).parse(text.utf8) }
    if first == UInt8(ascii: "{") { return JSONFeed.read(text.utf8, url: url, dates: dates) }
    var document = FeedDocument(text.utf8)
    if let failure = document.screen() { return .failure(failure) }
    return read(&document, url, dates, budget)
  }

  /// Strictly first, then with its usual faults mended, and only last with the parser's own recovery.
  private func read(
    _ document: inout FeedDocument, _ url: String, _ dates: FeedDates, _ budget: ParseBudget
  ) -> Result<ParsedFeed, ParseFailure> {
    func run(recovers: Bool) -> SAXRun {
      let run = SAXRun(url: url, dates: dates, budget: budget, recovers: recovers)
      run.run(document)
      return run
    }
    if let result = run(recovers: false).wholeResult { return result }
    document.mend(upTo: 2 * Self.sizeLimit)
    guard document.bytes.count <= 2 * Self.sizeLimit else {
      return .failure(ParseFailure(.budget, "the XML cannot be read, and its faults are too many to mend"))
    }
    if let failure = document.screen() { return .failure(failure) }
    if let result = run(recovers: false).wholeResult { return result }
    return run(recovers: true).damagedResult
  }
}
