import Detect
import GRDB
import News

extension NewsArchive {
  /// What a new version means for copies: new pairs, pairs better explained by it, stale words and their end.
  func followCopies(
    _ decision: Decision, prior: Prior, version: Int64?, in db: Database
  ) throws -> (copies: Int, stale: Int) {
    var copies = 0
    if let version {
      let found = try findCopies(version: version, article: prior.article, in: db)
      if Int64(found.cluster) != version {
        try db.cachedStatement(sql: "UPDATE version SET cluster = ? WHERE id = ?")
          .execute(arguments: [Int64(found.cluster), version])
      }
      for pair in found.pairs where try record(CopyFinding(pair), at: decision.look.at, in: db) { copies += 1 }
    }
    // Nothing stood before it that could be corrected.
    if prior.current == 0 { return (copies, 0) }
    let after = try ArticleText.current(db, article: prior.article)
    var stale = 0
    if prior.state == .gone && decision.state == .live {
      try reopenStale(of: prior.article, at: decision.look.at, in: db)
    }
    let isGone = decision.state == .gone && prior.state != .gone
    if isGone || (prior.current > 0 && after != prior.text) {
      try settleStale(source: prior.article, text: isGone ? nil : after, at: decision.look.at, in: db)
      stale = try markStale(source: prior, after: isGone ? nil : after, at: decision.look.at, in: db)
      try endStale(copy: prior.article, text: isGone ? nil : after, at: decision.look.at, in: db)
    }
    return (copies, stale)
  }

  private func findCopies(version: Int64, article: Int64, in db: Database) throws -> Detected {
    let oldest = "SELECT id FROM version WHERE article = ? ORDER BY number LIMIT 1"
    let first = try Int64.fetchOne(db.cachedStatement(sql: oldest), arguments: [article]) ?? version
    let newcomer = Newcomer(versions: try CopyParty.versions(db, family: first))
    try detector.refresh(db)
    let (found, run) = try detector.detect([newcomer], in: db)
    try CopyIndex.file(PostingBytes.blob(of: run), documents: 1, last: UInt32(version), in: db)
    return found.first ?? Detected(cluster: UInt32(version), pairs: [])
  }

  /// Writes a pair, or mends it where another version explains the copy better; true for a new pair.
  func record(_ finding: CopyFinding, at now: Instant, in db: Database) throws -> Bool {
    let copy = try article(of: finding.copy.version, in: db)
    let source = try article(of: finding.source.version, in: db)
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM copy WHERE copy = ? AND source = ?"), arguments: [copy, source])
    let lists = try (classes: json(finding.differs), changes: json(finding.changes))
    try db.cachedStatement(
      sql: """
        INSERT INTO copy(copy, copy_version, source, source_version, direction, class, share, longest, credited,
          credit, differs, changes, passages, found_at, wire) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(copy, source) DO UPDATE SET copy_version = excluded.copy_version,
          source_version = excluded.source_version, class = excluded.class, share = excluded.share,
          longest = excluded.longest, differs = excluded.differs, changes = excluded.changes,
          passages = excluded.passages
        """
    ).execute(
      arguments: [
        copy, finding.copy.version, source, finding.source.version, finding.match.direction,
        finding.match.kind.rawValue, finding.match.alignment.share, finding.match.alignment.longest,
        finding.credit.state == .source, finding.credit.text, lists.classes,
        lists.changes, Self.json(finding.passages), now.milliseconds, finding.wire,
      ])
    guard known == nil, finding.match.kind != .formula else { return false }
    var event = Decision.Event(kind: "copied", severity: finding.differs.isEmpty ? .s2 : .s4)
    event.classes = finding.differs
    event.changes = finding.changes
    _ = try insertEvent(event, article: copy, at: now, other: source, lists: lists, in: db)
    try MarkRule.raise(copy: copy, text: finding.copy.text, source: source, at: now, in: db)
    return true
  }

  /// Lists of numbers as JSON; every pair has one.
  private static func json(_ lists: [[Int]]) -> String {
    "[" + lists.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }.joined(separator: ",") + "]"
  }

  private func article(of version: Int64, in db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT article FROM version WHERE id = ?"), arguments: [version]) ?? 0
  }
}

extension ArticleText {
  /// The words that stand now.
  static func current(_ db: Database, article: Int64) throws -> ArticleText? {
    let number = try Int.fetchOne(db, sql: "SELECT version FROM article WHERE id = ?", arguments: [article])
    return try number.flatMap { try fetch(db, article: article, number: $0) }
  }
}
