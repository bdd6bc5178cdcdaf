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

  /// The page and its words without furniture.
  func read(_ payload: Payload) -> Result<(page: ParsedPage, text: ArticleText), ParseFailure> {
    PageParser().parse(payload, for: outlet).map { page in
      let text = ArticleText(title: page.title, summary: page.summary, paragraphs: page.paragraphs)
      return (page, furniture.strip(CanonicalText.of(text), asides: page.asides))
    }
  }

  /// The words of a page that was stored.
  func read(_ page: StoredPage) -> ArticleText? { try? read(Payload(page)).get().text }

  /// The paragraphs of a stored page that stand beside the article's own.
  func asides(_ page: StoredPage) -> [String: UInt64] {
    (try? PageParser().parse(Payload(page), for: outlet).get().asides) ?? [:]
  }
}

extension Payload {
  fileprivate init(_ page: StoredPage) {
    self.init(bytes: page.bytes, contentType: page.contentType, url: page.url)
  }
}
