import News

/// Finds an article's title and its sapo, and the segments in which they stand.
struct PageHeadline {
  let page: PageMarkup
  let segments: PageSegments
  let main: Int
  let stated: LinkedData
  /// The text of the `title` element.
  let pageTitle: String

  private let siteNames: Set<String>

  init(
    page: PageMarkup, segments: PageSegments, main: Int, outlet: Outlet, stated: LinkedData, pageTitle: String
  ) {
    self.page = page
    self.segments = segments
    self.main = main
    self.stated = stated
    self.pageTitle = pageTitle
    let names = [outlet.name, page.metas["og:site_name"] ?? ""] + outlet.aliases + outlet.formerNames + outlet.hosts
    siteNames = Set(names.map { CanonicalText.of($0).lowercased() }.filter { !$0.isEmpty })
  }

  /// The title, and the segment that shows it.
  func title() -> (text: String, segment: Int?) {
    let claims = [page.metas["og:title"], stated.headline, pageTitle].compactMap { $0 }.map { CanonicalText.of($0) }
      .filter { !$0.isEmpty && !siteNames.contains($0.lowercased()) }
    let shown = shownTitles()
    if let hit = shown.first(where: { i in claims.contains { agrees($0, segments.string(i)) } }) {
      return (segments.string(hit), hit)
    }
    if let claim = claims.first(where: { !$0.isEmpty }), claim != CanonicalText.of(pageTitle) || shown.isEmpty {
      if claim == CanonicalText.of(pageTitle), let bold = firstBold(), !isSpokenOf(claim) {
        return (segments.string(bold), bold)
      }
      let text = withoutSite(claim)
      let body = segments.range(main)
      let hit = segments.all.indices.first { $0 < body.upperBound && segments.string($0) == text }
      return (text, hit)
    }
    if let first = shown.first { return (segments.string(first), first) }
    if let bold = firstBold() { return (segments.string(bold), bold) }
    return (withoutSite(CanonicalText.of(pageTitle)), nil)
  }

  /// Segments that look like a title: a first heading, or an element named so, before or at the start of the text.
  private func shownTitles() -> [Int] {
    let candidates = (0..<segments.range(main).upperBound).filter { i in
      let segment = segments.all[i]
      return segment.length >= 8 && segment.length < 600 && !segment.isLink && !segment.dropped
        && (hint(i, .firstHeading) || hint(i, .title)) && !isSiteName(i)
    }
    return candidates.filter { hint($0, .firstHeading) } + candidates.filter { hint($0, .title) }
  }

  private func isSiteName(_ index: Int) -> Bool { siteNames.contains(segments.string(index).lowercased()) }

  /// An element within three levels of the segment has the hint.
  private func hint(_ index: Int, _ hint: MarkupHints) -> Bool {
    var node = page.nodes[segments.all[index].firstNode].parent
    for _ in 0..<4 where node >= 0 {
      if page.nodes[node].hints.contains(hint), segments.range(node).count <= 3 { return true }
      node = page.nodes[node].parent
    }
    return false
  }

  private func agrees(_ claim: String, _ shown: String) -> Bool {
    let claim = claim.lowercased()
    let shown = shown.lowercased()
    return claim.hasPrefix(shown) || shown.hasPrefix(claim) || claim.contains(shown) && shown.utf8.count > 30
  }

  /// Whether the text has half of a title's words: it has hardly any of a site's name.
  private func isSpokenOf(_ title: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0 } }
    let said = Set(
      segments.range(main).lazy.filter { !segments.all[$0].dropped }.flatMap { words(segments.string($0)) })
    let named = words(title)
    return named.count { said.contains($0) } * 2 >= named.count
  }

  /// Old pages call themselves by the site's name only: the first bold line at or before the text is the title.
  private func firstBold() -> Int? {
    let end = segments.range(main).upperBound
    return segments.all.indices.first { i in
      let segment = segments.all[i]
      return i < end && !segment.dropped && !segment.isLink && segment.isBold && segment.length >= 15
        && segment.length < 400 && !isSiteName(i)
    }
  }

  /// Cuts " - Báo X" where the last part is the outlet's name or what is left is shown on the page.
  func withoutSite(_ title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " » ", " :: ", " • "] {
      guard let cut = title.lastRange(of: separator) else { continue }
      let head = String(title[..<cut.lowerBound])
      let tail = title[cut.upperBound...].lowercased()
      if siteNames.contains(tail) || segments.all.indices.contains(where: { segments.string($0) == head }) {
        return CanonicalText.of(head)
      }
    }
    return title
  }

  /// The segments of the sapo: those of an element named so, else a bold first one.
  func summary(after title: Int?) -> Range<Int>? {
    let body = segments.range(main)
    let start = title.map { $0 + 1 } ?? 0
    for i in segments.all.indices where i >= start && i < body.upperBound {
      let segment = segments.all[i]
      guard !segment.dropped, segment.length >= 20, !segment.isLink, let range = named(i) else { continue }
      if hasText(after: range.upperBound) { return range }
    }
    let first = segments.all.indices.first {
      let segment = segments.all[$0]
      return $0 >= start && $0 < body.upperBound && !segment.dropped && segment.length >= 60 && !segment.isLink
    }
    guard let first, segments.all[first].isBold, !segments.all[first].isHeading else { return nil }
    return hasText(after: first + 1) ? first..<first + 1 : nil
  }

  /// However short an article is, its summary stands before some text.
  private func hasText(after index: Int) -> Bool {
    let body = segments.range(main)
    guard index < body.upperBound else { return false }
    return segments.all[max(index, body.lowerBound)..<body.upperBound].contains {
      !$0.dropped && !$0.isLink && $0.length >= 20
    }
  }

  private func named(_ index: Int) -> Range<Int>? {
    var node = page.nodes[segments.all[index].firstNode].parent
    for _ in 0..<4 where node >= 0 {
      if page.nodes[node].hints.contains(.summary), isShort(node) { return index..<segments.range(node).upperBound }
      node = page.nodes[node].parent
    }
    return nil
  }

  /// Boxes of one name that hold the text piece by piece: none of them is the sapo.
  private func isOneOfSeveral(_ node: Int) -> Bool {
    let (kind, tag) = (page.nodes[node].kind, page.nodes[node].tag)
    guard kind != 0 else { return false }
    return page.nodes[main..<page.nodes[main].end].indices.contains {
      $0 != node && page.nodes[$0].kind == kind && page.nodes[$0].tag == tag && segments.length($0) >= 200
    }
  }

  /// Some outlets call the whole text "description".
  private func isShort(_ node: Int) -> Bool {
    guard !page.isInside(main, node) else { return false }
    let count = segments.range(node).count
    let length = segments.length(node)
    if isOneOfSeveral(node) { return false }
    if count <= 3, length < 1_500 { return true }
    return length < 2_000 && (length * 2 < segments.length(main) || !page.isInside(node, main))
  }
}

extension String {
  fileprivate func lastRange(of separator: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var rest = startIndex
    while let hit = self[rest...].firstRange(of: separator) {
      found = hit
      rest = hit.upperBound
    }
    return found
  }
}
