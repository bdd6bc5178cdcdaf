import News

/// A feed, sitemap or listing page as read; what is absent is empty or nil.
public struct ParsedFeed: Hashable, Sendable {
  /// `rss20`, `rss10`, `rss09`, `atom10`, `atom03`, `jsonfeed`, `sitemap`, `sitemapindex`, `opml` or `listing`.
  public var format: String
  public var encoding = "utf-8"
  /// Which step of the encoding rule decided.
  public var encodingStep = DecodedText.Step.validUTF8
  /// Something of the document was lost; the entries are those that stood before the damage.
  public var damaged = false
  public var title = ""
  public var link = ""
  public var description = ""
  public var language = ""
  public var id: String?
  public var updated: StatedDate?
  /// How long the feed says that it stays as it is (`ttl`).
  public var ttl: Duration?
  public var entries: [ParsedEntry] = []
  /// What an index or an outline names instead of entries.
  public var parts: [FeedPart] = []

  public init(format: String) { self.format = format }

  /// Marks entries that hold U+FFFD, which stands where a byte could not be read.
  mutating func markReplacedCharacters() {
    func isTouched(_ utf8: [UInt8]) -> Bool {
      utf8.indices.dropLast(2).contains { utf8[$0] == 0xEF && utf8[$0 + 1] == 0xBF && utf8[$0 + 2] == 0xBD }
    }
    for index in entries.indices where !entries[index].isDamaged {
      let entry = entries[index]
      entries[index].isDamaged =
        isTouched(Array(entry.title.utf8)) || isTouched(entry.summaryUTF8) || isTouched(entry.contentUTF8)
    }
  }
}
