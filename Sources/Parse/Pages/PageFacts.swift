import News

/// The facts a page states about its article: author, dates, section, address, language.
struct PageFacts {
  let page: PageMarkup
  let stated: LinkedData
  let outlet: Outlet
  let url: String

  func fill(_ parsed: inout ParsedPage, segments: PageSegments, main: Int) {
    let metas = page.metas
    let byline = Byline(page: page, segments: segments, main: main)
    let authors = [stated.author, byline.marked, metas["author"], metas["article:author"]].lazy
    let author = authors.compactMap { clean($0) }.first { !$0.hasPrefix("http") }
    parsed.author = author ?? clean(byline.named)
    parsed.statesAuthor = author != nil
    parsed.section = clean(stated.section ?? metas["articlesection"] ?? metas["article:section"])
    parsed.language = clean(page.language ?? stated.language ?? metas["og:locale"])
    parsed.canonical = [page.canonical, metas["og:url"]].lazy.compactMap { clean($0) }
      .compactMap { WebAddress.resolve($0, against: url) }.first { !isFrontPage($0) || isFrontPage(url) }
    parsed.pagers = page.pagers.compactMap { WebAddress.resolve($0, against: url) }
    parsed.hasCorrection = stated.hasCorrection
    let published = date([
      stated.published, metas["article:published_time"], metas["datepublished"], page.times["datepublished"],
    ])
    // A day alone says nothing of the hour that was stated before.
    parsed.statesPublished = published.map { $0.precision == .second || $0.precision == .minute } ?? false
    parsed.published =
      published ?? date([metas["pubdate"], metas["date"], page.times[""], shownDate(segments, main)])
    parsed.modified = date([
      stated.modified, metas["article:modified_time"], metas["datemodified"], page.times["datemodified"],
      metas["lastmod"],
    ])
  }

  /// A page that shows hardly any text, one of a video or one that a script fills in, states what it shows.
  func complete(_ parsed: inout ParsedPage) {
    let shown = parsed.paragraphs.reduce(parsed.summary.utf8.count) { $0 + $1.utf8.count }
    guard shown < Self.thin else { return }
    let stated = (self.stated.body ?? "").split(whereSeparator: \.isNewline).compactMap { clean(String($0)) }
    if stated.reduce(0, { $0 + $1.utf8.count }) > 2 * shown { parsed.paragraphs = stated }
    let summaries = [self.stated.summary, page.metas["og:description"], page.metas["description"]]
    guard parsed.summary.isEmpty, let summary = summaries.lazy.compactMap({ clean($0) }).first else { return }
    // Many systems cut the summary out of the text.
    let start = summary.prefix(40)
    if !parsed.paragraphs.contains(where: { $0.hasPrefix(start) }), summary != parsed.title { parsed.summary = summary }
  }

  /// Bytes of text below which a page is one of a video or of pictures.
  private static let thin = 300

  /// Some systems name the front page as the address of every article.
  private func isFrontPage(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return false }
    let rest = address[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return true }
    return ["/", "/index.html", "/index.php", "/default.aspx", "/home"].contains(rest[slash...].lowercased())
  }

  private func clean(_ text: String?) -> String? {
    let text = CanonicalText.of(text ?? "")
    return text.isEmpty ? nil : text
  }

  private func date(_ candidates: [String?]) -> StatedDate? {
    let source = outlet.sources.first
    for candidate in candidates {
      guard let raw = clean(candidate) else { continue }
      let read = DateReader.read(raw, order: source?.dates ?? .dmy, zoneMinutes: source?.zoneMinutes ?? 420)
      if let read { return read }
    }
    return nil
  }

  /// The first date written out near the start of the text, such as "20/10/2020 08:15" or "08:15 20-10-2020".
  private func shownDate(_ segments: PageSegments, _ main: Int) -> String? {
    let body = segments.range(main)
    let near = max(0, body.lowerBound - 6)..<min(body.upperBound, body.lowerBound + 6)
    for i in near where segments.all[i].length < 160 {
      let words = segments.string(i).split { !$0.isNumber && !"/-:.".contains($0) }
      let day = words.firstIndex { $0.count { $0 == "/" || $0 == "-" || $0 == "." } == 2 && $0.count >= 8 }
      guard let day else { continue }
      let beside = [day + 1, day - 1].filter { words.indices.contains($0) }
      let clock = beside.first { words[$0].contains(":") && words[$0].count > 3 }
      let hour = clock.map { " " + words[$0].filter { $0.isNumber || $0 == ":" } } ?? ""
      return words[day].filter { $0.isNumber || "/-.".contains($0) } + hour
    }
    return nil
  }
}
