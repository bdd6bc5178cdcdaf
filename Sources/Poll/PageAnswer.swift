import Archive
import Detect
import Fetch
import News
import Parse

/// What an answer is: the page that was asked for, or what stands in its place.
enum PageAnswer: Sendable {
  case page(ParsedPage)
  case other(Look.Outcome)

  init(_ response: Response, to url: String, read reading: PageReading) {
    self = Self.read(response, url, reading)
  }

  private static func read(_ response: Response, _ url: String, _ reading: PageReading) -> PageAnswer {
    if isBlocked(response) { return .other(.blocked("\(response.status)")) }
    switch response.status {
    case 200: break
    case 404, 410: return .other(.gone(how: "\(response.status)"))
    default: return .other(.failed("status \(response.status)"))
    }
    if !response.redirects.isEmpty, isFrontPage(response.url), !isFrontPage(url) { return .other(.gone(how: "home")) }
    switch reading.parse(Payload(response)) {
    case .failure(let failure): return .other(.failed("\(failure.reason)"))
    case .success(let page): return judge(page, reading.text(of: page), response)
    }
  }

  private static func judge(_ page: ParsedPage, _ text: ArticleText, _ response: Response) -> PageAnswer {
    let shown = [text.title] + text.paragraphs
    let syllables = shown.reduce(0) { $0 + $1.utf8.split(whereSeparator: { $0 <= 0x20 }).count }
    let first = text.paragraphs.first ?? ""
    if ChallengePage.isOne(title: text.title, firstParagraph: first, syllables: syllables) {
      return .other(.blocked("\(response.status), a page that stands before it"))
    }
    if GonePage.saysGone(title: text.title, firstParagraph: first, syllables: syllables) {
      return .other(.gone(how: "soft"))
    }
    if page.damaged || (text.title.isEmpty && text.paragraphs.isEmpty) { return .other(.failed("damaged")) }
    return .page(page)
  }

  /// Refusals and challenge pages; never the same as gone.
  private static func isBlocked(_ response: Response) -> Bool {
    response.barrier != nil || [401, 403, 429, 503].contains(response.status)
  }

  static func isFrontPage(_ url: String) -> Bool {
    url.split(separator: "?")[0].split(separator: "/", omittingEmptySubsequences: true).count <= 2
  }
}
