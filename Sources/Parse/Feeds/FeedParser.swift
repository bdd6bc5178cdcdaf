import News

/// Reads RSS, Atom, JSON Feed, sitemaps and listing pages.
public struct FeedParser: Sendable {
  private static let sizeLimit = 8 << 20

  public init() {}

  /// The feed in a payload; how dates are read and what kind is expected is the source's.
  public func parse(_ payload: Payload, for source: Source) -> Result<ParsedFeed, ParseFailure> {
    guard payload.bytes.count <= Self.sizeLimit else {
      return .failure(ParseFailure(.tooLarge, "larger than 8 MiB"))
    }
    let text = TextDecoder.decode(payload.bytes, contentType: payload.contentType)
    return read(text, payload, source).map { feed in
      var feed = feed
      feed.encoding = text.encoding
      feed.damaged = feed.damaged || text.damaged
      return feed
    }
  }

  private func read(
    _ text: DecodedText, _ payload: Payload, _ source: Source
  ) -> Result<ParsedFeed, ParseFailure> {
    guard let first = text.utf8.first(where: { $0 > 0x20 }) else {
      return .failure(ParseFailure(.empty, "the document is empty"))
    }
    if source.kind == .listing { return ListingParser().parse(text.utf8, url: payload.url, source: source) }
    if first == UInt8(ascii: "{") { return JSONFeed.read(text.utf8, url: payload.url, source: source) }
    var document = FeedDocument(text.utf8)
    if let failure = document.screen() { return .failure(failure) }
    return read(&document, url: payload.url, source: source)
  }

  /// Strictly first, then with its usual faults mended, and only last with the parser's own recovery.
  private func read(
    _ document: inout FeedDocument, url: String, source: Source
  ) -> Result<ParsedFeed, ParseFailure> {
    let strict = SAXRun(url: url, source: source)
    strict.run(document.bytes, recovers: false)
    if strict.isWhole || strict.failure != nil { return strict.result }
    document.mend()
    let mended = SAXRun(url: url, source: source)
    mended.run(document.bytes, recovers: false)
    if mended.isWhole || mended.failure != nil { return mended.result }
    let recovered = SAXRun(url: url, source: source)
    recovered.run(document.bytes, recovers: true)
    let best = recovered.entryCount >= mended.entryCount ? recovered : mended
    return best.damagedResult
  }
}
