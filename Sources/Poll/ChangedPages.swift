import Archive
import Detect
import News

/// The changed pages of one outlet in one round, settled together: what is another page, what is a new template, what
/// is furniture. What is left are edits.
struct ChangedPages {
  let archive: NewsArchive
  let reading: PageReading
  /// Looks that found other words than stand, or another date or author beside them.
  let looks: [Look]
  /// How many articles of the outlet were looked at again in this round.
  let rechecked: Int
  let clock: @Sendable () -> Instant

  /// Articles of different text that must hold a paragraph beside their own before it is furniture.
  private static let enoughHolders = 3

  /// The looks as they are to be decided, and the outlet's furniture as it is known now.
  func settle() async throws -> (looks: [Look], furniture: Furniture) {
    let articles = looks.map(\.article)
    var before = try await archive.texts(of: articles)
    let pages = try await archive.pages(of: articles, notReadBy: reading.name)
    var reread = pages.compactMapValues { reading.text(of: $0) }
    before.merge(reread) { $1 }
    for (article, text) in try await completed(before) { (before[article], reread[article]) = (text, text) }
    let last = try await archive.lastOutcomes(of: articles)
    var settled = looks.map { settle($0, before: before[$0.article], lastOutcome: last[$0.article]) }
    let changes = settled.compactMap { change(in: $0, before: before) }
    let template = TemplateGuard(changes.map(\.change), rechecked: rechecked).furniture
    let learned = try await template.union(repeated(changes, besides: template)).union(restless(changes))
    try await archive.learn(learned, of: reading.outlet.id, at: clock())
    let furniture = reading.furniture.union(learned)
    let reader = PageReading(outlet: reading.outlet, furniture: furniture).name
    settled = settled.map { look in
      var look = look.stripped(furniture, reader: reader)
      let isReread = reread[look.article] != nil || !learned.isEmpty
      look.reread = isReread ? before[look.article].map { furniture.strip($0) } : nil
      return look
    }
    return (settled, furniture)
  }

  /// Versions read from fewer pages than now, whose pages link to more: what could not be read then (an older extractor,
  /// robots.txt, a page that did not answer yet) is taken as it stands now, and is no edit.
  private func completed(_ before: [Int64: ArticleText]) async throws -> [Int64: ArticleText] {
    var completed: [Int64: ArticleText] = [:]
    for look in looks {
      guard case .live(let seen) = look.outcome, !seen.furtherPages.isEmpty, var text = before[look.article],
        let pages = try await archive.pages(of: [look.article], notReadBy: "")[look.article],
        pages.count <= seen.furtherPages.count, reading.isShort(pages)
      else { continue }
      let unread = Set(seen.furtherPages[(pages.count - 1)...].joined())
      text.paragraphs += seen.text.paragraphs.filter(unread.contains)
      completed[look.article] = text
    }
    return completed
  }

  /// A look at a page that is not the article's, told as what it is.
  private func settle(_ look: Look, before: ArticleText?, lastOutcome: String?) -> Look {
    guard case .live(let seen) = look.outcome, let before else { return look }
    var look = look
    switch PageSwap.finding(before: before, after: seen.text, correction: seen.correction) {
    case .article: break
    case .gone: look.outcome = .gone(how: "soft")
    case .other:
      let held = Look.held(seen.text)
      guard lastOutcome != held.name else { break }
      look.outcome = held
      look.message = "article \(look.article) answers with another page; it is looked at again before that is believed"
    }
    if !look.isLive { look.forgetAnswer() }
    return look
  }

  private typealias Changed = (article: Int64, change: TemplateGuard.Change)

  private func change(in look: Look, before: [Int64: ArticleText]) -> Changed? {
    guard case .live(let seen) = look.outcome, let old = before[look.article], old != seen.text else { return nil }
    return (look.article, TemplateGuard.Change(before: old, after: seen.text, asides: seen.asides))
  }

  /// Paragraphs beside the articles' own that came or went and stand in other articles of the outlet too.
  private func repeated(_ changes: [Changed], besides known: Set<FurnitureMark>) async throws -> Set<FurnitureMark> {
    var learned: Set<FurnitureMark> = []
    for (article, change) in changes {
      for paragraph in change.differing.sorted() {
        let mark = FurnitureMark(.words, paragraph)
        guard !known.contains(mark), !learned.contains(mark), TemplateGuard.isRepeatable(paragraph) else { continue }
        let count = try await archive.holders(
          of: paragraph, outlet: reading.outlet.id, besides: article, enough: Self.enoughHolders)
        guard count >= Self.enoughHolders else { continue }
        if try await standsBeside(paragraph, change, article) { learned.insert(mark) }
      }
    }
    return learned
  }

  /// Places that said something else at every look at one article.
  private func restless(_ changes: [Changed]) async throws -> Set<FurnitureMark> {
    var learned: Set<FurnitureMark> = []
    for (article, change) in changes where !change.replacedPlaces.isEmpty {
      let earlier = try await archive.pagesOfLastLooks(RestlessPlaces.looks - 1, at: article)
      guard !earlier.isEmpty else { continue }
      let neighbours = try await archive.controls(outlet: reading.outlet.id, besides: [article], atMost: 5)
      let others = try await archive.pages(of: neighbours.map(\.article), notReadBy: "").values.map(reading.asides)
      learned.formUnion(RestlessPlaces.marks(earlier.map(reading.asides) + [change.asides], others: others))
    }
    return learned
  }

  private func standsBeside(_ paragraph: String, _ change: TemplateGuard.Change, _ article: Int64) async throws -> Bool
  {
    if change.after.paragraphs.contains(paragraph) { return change.asides[paragraph] != nil }
    // It went: only the stored page shows where it stood.
    guard let page = try await archive.pages(of: [article], notReadBy: "")[article] else { return false }
    return reading.asides(page)[paragraph] != nil
  }
}

extension Look {
  fileprivate var isLive: Bool { if case .live = outcome { true } else { false } }

  /// The answer was another page's: asked with its validators, the server would say that nothing has changed.
  fileprivate mutating func forgetAnswer() {
    etag = nil
    lastModified = nil
    exchange = nil
    arrival = nil
  }

  /// The look without furniture in what it saw.
  fileprivate func stripped(_ furniture: Furniture, reader: String) -> Look {
    guard case .live(var seen) = outcome, seen.reader != nil else { return self }
    seen.text = furniture.strip(seen.text, asides: seen.asides)
    seen.reader = reader
    var look = self
    look.outcome = .live(seen)
    return look
  }
}
