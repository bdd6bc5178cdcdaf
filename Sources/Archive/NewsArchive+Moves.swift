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
      guard row["version"] == 0, let lost = try sameWords(as: look.article, seen.text.hash, lost: true, in: db) else {
        return (look, nil)
      }
      let url = try address(of: look.article, in: db)
      try absorb(look.article, into: lost, in: db)
      look.article = lost
      try move(lost, to: Look.Arrival(url: url, keys: []), in: db)
      return (look, url)
    case .gone, .lost:
      guard let text = try ArticleText.current(db, article: look.article),
        let found = try sameWords(as: look.article, text.hash, lost: false, in: db)
      else { return (look, nil) }
      let url = try address(of: found, in: db)
      try absorb(found, into: look.article, in: db)
      try move(look.article, to: Look.Arrival(url: url, keys: []), in: db)
      look.outcome = .unchanged
      return (look, url)
    case .unchanged, .blocked, .failed: return (look, nil)
    }
  }

  private func followRedirect(
    _ look: Look, _ seen: PageSeen, _ arrival: Look.Arrival, outlet: String, in db: Database
  ) throws -> (look: Look, movedTo: String?) {
    guard let other = try article(outlet: outlet, keys: arrival.keys, in: db) else {
      try move(look.article, to: arrival, in: db)
      return (look, arrival.url)
    }
    if other == look.article { return (look, nil) }
    var look = look
    guard try isSame(other, as: look.article, seen.text, in: db) else {
      look.outcome = .gone(how: "redirects to another article")
      return (look, nil)
    }
    let (kept, absorbed) = (min(other, look.article), max(other, look.article))
    try absorb(absorbed, into: kept, in: db)
    try move(kept, to: arrival, in: db)
    look.article = kept
    return (look, arrival.url)
  }

  /// Another article of the outlet with the same words: one whose address is lost, or a newer one that is live.
  private func sameWords(as article: Int64, _ hash: String, lost: Bool, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT a.id FROM text t JOIN version v ON v.text = t.id JOIN article a ON a.id = v.article
        WHERE t.hash = ?1 AND a.version = v.number AND a.id <> ?2 AND a.merged_into IS NULL
          AND a.outlet = (SELECT outlet FROM article WHERE id = ?2)
          AND CASE WHEN ?3 THEN a.state IN ('missing', 'gone') ELSE a.state = 'live' AND a.id > ?2 END
        ORDER BY a.id LIMIT 1
        """, arguments: [hash, article, lost])
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

  /// A target without words yet, or with mostly the same words, is the same article.
  private func isSame(_ other: Int64, as article: Int64, _ text: ArticleText, in db: Database) throws -> Bool {
    guard let theirs = try ArticleText.current(db, article: other),
      let ours = try ArticleText.current(db, article: article), theirs != ours
    else { return true }
    let alignment = Aligner.align(copy: SyllableText(theirs.whole), source: SyllableText(ours.whole))
    return alignment.share >= 0.5 || text == ours
  }

  /// Takes one article up into another; its row, versions and the aliases it brought stay told apart.
  private func absorb(_ article: Int64, into kept: Int64, in db: Database) throws {
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
