import News
import Parse

/// Feeds written in a test, read as those of one source.
struct FeedSample {
  var source = Source(url: "https://bao.vn/rss/home.rss")
  var contentType: String?
  var contentLocation: String?

  func parse(_ bytes: [UInt8]) -> Result<ParsedFeed, ParseFailure> {
    let payload = Payload(
      bytes: bytes, contentType: contentType, url: source.url, contentLocation: contentLocation)
    return FeedParser().parse(payload, for: source)
  }

  func feed(_ text: String) throws -> ParsedFeed { try parse(Array(text.utf8)).get() }

  /// The entries of an RSS feed that holds the items given.
  func entries(_ items: String) throws -> [ParsedEntry] { try feed(Self.rss(items)).entries }

  static func rss(_ items: String) -> String {
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Báo</title>\(items)</channel></rss>"
  }
}
