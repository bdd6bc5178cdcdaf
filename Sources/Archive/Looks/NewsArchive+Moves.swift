import Detect
import GRDB
import News

extension NewsArchive {
  /// Settles which article a look speaks of: one that redirects, one that stands at a new address, or, where a
  /// redirect leads to another article, one that is gone. Names the new address of an article that has moved.
  func identify(_ look: Look, in db: Database) throws -> (look: Look, movedTo: String?) {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT outlet, version, merged_into FROM article WHERE id = ?", arguments: [look.article])
    else { return (look, nil) }
    var look = look
    look.article = row["merged_into"] ?? look.article
    switch look.outcome {
    case .live(let seen):
      if let arrival = look.arrival { return try followRedirect(look, seen, arrival, outlet: row["outlet"], in: db) }
      guard row["version"] == 0, let lost = try twin(of: look.article, seen.text, lost: true, in: db) else {
        return (look, nil)
      }
      let url = try address(of: look.article, in: db)
      try absorb(look.article, into: lost, Merge(.sameWords, at: look.at), in: db)
      look.article = lost
      try move(lost, to: Look.Arrival(url: url, keys: []), in: db)
      return (look, url)
    case .gone, .lost:
      guard let text = try ArticleText.current(db, article: look.article),
        let found = try twin(of: look.article, text, lost: false, fuzzy: look.outcome.isLost, in: db)
      else { return (look, nil) }
      let url = try address(of: found, in: db)
      try absorb(found, into: look.article, Merge(.sameWords, at: look.at), in: db)
      try move(look.article, to: Look.Arrival(url: url, keys: []), in: db)
      look.outcome = .unchanged
      return (look, url)
    case .unchanged, .blocked, .failed: return (look, nil)
    }
  }

  private func followRedirect(
    _ look: Look, _ seen: PageSeen, _ arrival: Look.Arrival, outlet: String, in db: Database
  ) throws -> (look: Look, movedTo: String?) {
    var look = look
    guard let other = try article(outlet: outlet, keys: arrival.keys, in: db) else {
      guard try isSame(seen.text, as: look.article, in: db) else {
        look.outcome = .gone(how: "redirects to a page of other words")
        return (look, nil)
      }
      try move(look.article, to: arrival, in: db)
      return (look, arrival.url)
    }
    if other == look.article { return (look, nil) }
    guard try !Merge.isParted(other, look.article, in: db), try isSame(other, as: look.article, seen.text, in: db)
    else {
      look.outcome = .gone(how: "redirects to another article")
      return (look, nil)
    }
    let (kept, absorbed) = (min(other, look.article), max(other, look.article))
    try absorb(absorbed, into: kept, Merge(.redirect, at: look.at), in: db)
    try move(kept, to: arrival, in: db)
    look.article = kept
    return (look, arrival.url)
  }

  /// Another article of the outlet with the same words: one whose address is lost, or a newer one that is live. Where
  /// addresses were lost together another template may show the words a little differently.
  private func twin(of article: Int64, _ text: ArticleText, lost: Bool, fuzzy: Bool = true, in db: Database) throws
    -> Int64?
  {
    let isThere = lost ? "a.state IN ('missing', 'gone')" : "a.state = 'live' AND a.id > ?2"
    let isCandidate = """
      a.id <> ?2 AND a.merged_into IS NULL AND a.outlet = (SELECT outlet FROM article WHERE id = ?2) AND \(isThere)
        AND NOT \(Merge.parted("a.id", "?2"))
      """
    let texts = "SELECT a.id FROM text t JOIN version v ON v.text = t.id JOIN article a ON a.id = v.article"
    let same = try Int64.fetchOne(
      db, sql: "\(texts) WHERE t.hash = ?1 AND a.version = v.number AND \(isCandidate) ORDER BY a.id LIMIT 1",
      arguments: [text.hash, article])
    if let same { return same }
    guard fuzzy else { return nil }
    // What was known while the article was still there is another one, however like it is.
    let isNewer = """
      a.first_seen >= coalesce((SELECT max(at) FROM look WHERE article = ?2 AND outcome IN ('live', 'unchanged')), 0)
      """
    let alike = """
      SELECT a.id, t.title, t.summary, t.body FROM article a JOIN version v ON v.article = a.id AND v.number = a.version
      JOIN text t ON t.id = v.text WHERE \(isCandidate) AND \(lost ? "a.gone_how = 'lost'" : isNewer)
        AND length(t.body) BETWEEN ?1 / 2 AND ?1 * 2 ORDER BY t.title <> ?3, a.id DESC LIMIT 500
      """
    let rows = try Row.fetchAll(db, sql: alike, arguments: [text.body.count, article, text.title])
    guard let found = Self.likest(rows, to: text) else { return nil }
    return try lost || !isLiker(found, than: article, text, in: db) ? found.id : nil
  }

  private typealias Likeness = (id: Int64, share: Double, text: ArticleText)

  /// Bulletins of one series share much: the likest is taken, not the first, and none of another number.
  private static func likest(_ rows: [Row], to text: ArticleText) -> Likeness? {
    let titled = rows.count { $0["title"] == text.title }
    let figures = text.title.filter(\.isNumber)
    var best: Likeness?
    for row in rows {
      let other = ArticleText(row: row)
      let isTitled = other.title == text.title
      guard other.title.filter(\.isNumber) == figures else { continue }
      let share = share(text, other)
      // "Giá vàng hôm nay": a title that stands every day names nothing.
      if share >= (isTitled && titled == 1 ? 0.5 : 0.8), share > best?.share ?? 0 { best = (row["id"], share, other) }
      if isTitled, share >= 0.95 { break }
    }
    return best
  }

  /// Whether another older article is more like the one found than `article` is: then it is that one's new address.
  private func isLiker(_ found: Likeness, than article: Int64, _ text: ArticleText, in db: Database) throws -> Bool {
    let others = """
      SELECT a.id, t.title, t.summary, t.body FROM article a JOIN version v ON v.article = a.id AND v.number = a.version
      JOIN text t ON t.id = v.text WHERE a.id < ?1 AND a.id <> ?2 AND a.merged_into IS NULL
        AND a.outlet = (SELECT outlet FROM article WHERE id = ?1) AND length(t.body) BETWEEN ?3 / 2 AND ?3 * 2
      ORDER BY t.title <> ?4, a.id DESC LIMIT 500
      """
    let rows = try Row.fetchAll(
      db, sql: others, arguments: [found.id, article, found.text.body.count, found.text.title])
    return Self.likest(rows, to: found.text).map { $0.share > found.share } ?? false
  }

  /// How much of the shorter text's words the longer one has too.
  private static func share(_ one: ArticleText, _ other: ArticleText) -> Double {
    let (a, b) = (SyllableText(one.whole), SyllableText(other.whole))
    return min(Aligner.align(copy: a, source: b).share, Aligner.align(copy: b, source: a).share)
  }

  func address(of article: Int64, in db: Database) throws -> String {
    try String.fetchOne(db, sql: "SELECT url FROM article WHERE id = ?", arguments: [article]) ?? ""
  }

  private func move(_ article: Int64, to arrival: Look.Arrival, in db: Database) throws {
    try addAliases(arrival.keys, article: article, in: db)
    try db.execute(
      sql: "UPDATE article SET fetch_url = ?, etag = NULL, last_modified = NULL WHERE id = ?",
      arguments: [arrival.url, article])
  }

  /// Whether a page an address redirects to says mostly what the article said, or bears its title.
  private func isSame(_ text: ArticleText, as article: Int64, in db: Database) throws -> Bool {
    guard let ours = try ArticleText.current(db, article: article), text.title != ours.title else { return true }
    return Aligner.align(copy: SyllableText(ours.whole), source: SyllableText(text.whole)).share >= 0.5
  }

  /// A target without words yet, or with mostly the same words, is the same article.
  private func isSame(_ other: Int64, as article: Int64, _ text: ArticleText, in db: Database) throws -> Bool {
    guard let theirs = try ArticleText.current(db, article: other),
      let ours = try ArticleText.current(db, article: article), theirs != ours
    else { return true }
    let alignment = Aligner.align(copy: SyllableText(theirs.whole), source: SyllableText(ours.whole))
    return alignment.share >= 0.5 || text == ours
  }

  /// Takes one article up into another; its row, versions and the aliases it brought stay told apart.
  private func absorb(_ article: Int64, into kept: Int64, _ merge: Merge, in db: Database) throws {
    try merge.record(article, into: kept, in: db)
    try db.execute(
      sql: "UPDATE alias SET article = ?, merged_from = ? WHERE article = ?", arguments: [kept, article, article])
    try db.execute(
      sql: """
        UPDATE article SET merged_into = ?, state = 'merged',
          external = NULL WHERE id = ?
        """, arguments: [kept, article])
    try Withholding.dropPairs(of: article, in: db)
  }
}

extension Decision.Event {
  /// The article stands at another address.
  static func moved(to url: String) -> Decision.Event {
    var event = Decision.Event(kind: "moved", severity: .s0)
    event.detail = url
    return event
  }
}
