import News

/// Reads the articles that an ordinary page lists.
struct ListingParser {
  func parse(_ utf8: [UInt8], url: String, source: Source) -> Result<ParsedFeed, ParseFailure> {
    .failure(ParseFailure(.notAFeed, "stub"))
  }
}
