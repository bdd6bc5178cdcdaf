import News

/// Takes an article's words and stated facts out of an outlet's page.
public struct PageParser: Sendable {
  /// Counts up with every change that may read other words out of the same bytes: words that an older one read are
  /// read again before they are compared, so that an upgrade makes no edits.
  public static let version = 4

  public init() {}

  /// Reads a page by the outlet's own rules if it has any, else by what pages of news have in common.
  public func parse(_ payload: Payload, for outlet: Outlet) -> Result<ParsedPage, ParseFailure> {
    let decoded = TextDecoder.decode(payload.bytes, contentType: payload.contentType)
    let hasRules = outlet.articlePath != nil || !outlet.removePaths.isEmpty
    let strip = MarkupStrip(decoded.utf8, keepsAttributes: hasRules)
    guard strip.output.contains(where: { $0 > 0x20 }) else {
      return .failure(ParseFailure(.empty, "the page has no text"))
    }
    let markup =
      hasRules
      ? MarkupReader.read(strip.output, article: outlet.articlePath, remove: outlet.removePaths)
      : MarkupReader.read(strip.output)
    var segments = PageSegments(markup)
    let furniture = PageFurniture(page: markup)
    furniture.dropNamed(in: &segments)
    guard let main = MainBlock(page: markup, segments: segments).find() else {
      return .failure(ParseFailure(.empty, "the page has no text"))
    }
    let unsifted = segments
    furniture.dropLists(in: &segments, main: main)
    let facts = PageFacts(
      page: markup, stated: LinkedData(strip.linkedData), outlet: outlet, url: payload.url)
    let headline = PageHeadline(
      page: markup, segments: segments, main: main, outlet: outlet, stated: facts.stated,
      pageTitle: pageTitle(markup))
    var parsed = words(headline, segments, main)
    if parsed.paragraphs.isEmpty, parsed.summary.isEmpty { parsed.paragraphs = sentences(unsifted, main) }
    let cut = strip.endsInsideTag || markup.nodes[main].open && markup.nodes[main].tag != .body
    parsed.damaged = decoded.damaged || cut && !strip.closes
    facts.fill(&parsed, segments: segments, main: main)
    facts.complete(&parsed)
    return .success(parsed)
  }

  /// What reads as prose although it looks like lists of links: better than no words.
  private func sentences(_ segments: PageSegments, _ main: Int) -> [String] {
    segments.range(main).filter { !segments.all[$0].dropped && segments.all[$0].length >= 40 }
      .map { segments.string($0) }.filter { $0.last.map { ".!?…".contains($0) } ?? false }
  }

  private func pageTitle(_ page: PageMarkup) -> String {
    guard let title = page.nodes.firstIndex(where: { $0.tag == .title }) else { return "" }
    let bytes = page.nodes[title..<page.nodes[title].end].filter { $0.tag == .text }.flatMap { page.text[$0.text] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func words(_ headline: PageHeadline, _ segments: PageSegments, _ main: Int) -> ParsedPage {
    let (title, titleAt) = headline.title()
    let sapo = headline.summary(after: titleAt)
    let summary = (sapo ?? 0..<0).filter { !segments.all[$0].dropped }.map { segments.string($0) }
    let body = segments.range(main)
    let early = body.lowerBound + max(3, body.count / 3)
    let start = [titleAt, sapo.map { $0.upperBound - 1 }].compactMap(\.self).filter { $0 < early }.max()
    let first = max(body.lowerBound, start.map { $0 + 1 } ?? 0)
    let order = LiveBlog(page: headline.page, segments: segments, main: main).order()
    let shown = order.lazy.filter { $0 >= first && !segments.all[$0].dropped }
      .map { (at: $0, text: segments.string($0)) }.filter { $0.text != title }
    let paragraphs = Array(shown)
    var parsed = ParsedPage(
      title: title, summary: summary.joined(separator: " "), paragraphs: paragraphs.map(\.text))
    parsed.asides = PagePlaces(page: headline.page, segments: segments, main: main).asides(paragraphs)
    return parsed
  }
}
