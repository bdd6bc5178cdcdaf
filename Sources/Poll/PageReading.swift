import Archive
import Detect
import News
import Parse

/// How an outlet's pages are read: the extractor, the outlet's own rules, and what is known to be its furniture.
struct PageReading: Sendable {
  let outlet: Outlet
  var furniture = Furniture()

  /// Names all that has a say in what is read: words read under another name are read again before they are compared.
  var name: String {
    let rules = [outlet.articlePath ?? ""] + outlet.removePaths
    let marks = furniture.marks.map { "\($0.kind) \($0.text)" }.sorted()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (rules + ["-"] + marks).joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return "\(PageParser.version)-\(String(hash, radix: 16))"
  }

  func parse(_ payload: Payload) -> Result<ParsedPage, ParseFailure> { PageParser().parse(payload, for: outlet) }

  /// A page's words without furniture.
  func text(of page: ParsedPage) -> ArticleText {
    let text = ArticleText(title: page.title, summary: page.summary, paragraphs: page.paragraphs)
    return furniture.strip(CanonicalText.of(text), asides: page.asides)
  }

  /// The words of pages that were stored.
  func text(of pages: [StoredPage]) -> ArticleText? { joined(pages).map(text) }

  /// The paragraphs of stored pages that stand beside the article's own.
  func asides(_ pages: [StoredPage]) -> [String: UInt64] { joined(pages)?.asides ?? [:] }

  /// Whether stored pages link to one that follows and was not stored.
  func isShort(_ pages: [StoredPage]) -> Bool {
    guard let first = pages.first, let page = try? parse(Payload(first)).get() else { return false }
    var series = PageSeries(first: page, url: first.url)
    for more in pages.dropFirst() { if let page = try? parse(Payload(more)).get() { series.take(page) } }
    return series.next != nil
  }

  private func joined(_ pages: [StoredPage]) -> ParsedPage? {
    guard let first = pages.first, var page = try? parse(Payload(first)).get() else { return nil }
    for more in pages.dropFirst() {
      guard let next = try? parse(Payload(more)).get() else { return nil }
      _ = page.append(next)
    }
    return page
  }
}

extension Payload {
  fileprivate init(_ page: StoredPage) {
    self.init(bytes: page.bytes, contentType: page.contentType, url: page.url)
  }
}
