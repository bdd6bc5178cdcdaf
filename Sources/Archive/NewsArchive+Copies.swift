import Detect
import GRDB
import News

extension NewsArchive {
  /// What a new version means for copies: new pairs, pairs better explained by it, stale words and their end.
  ///
  /// `detected`: what was found out about the new version beforehand, its postings filed with others'.
  func followCopies(
    _ decision: Decision, prior: Prior, version: Int64?, detected: Detected?, in db: Database
  ) throws -> (copies: Int, stale: Int) {
    var copies = 0
    if let version {
      let found = try detected ?? findCopies(version: version, article: prior.article, in: db)
      if Int64(found.cluster) != version {
        try db.cachedStatement(sql: "UPDATE version SET cluster = ? WHERE id = ?")
          .execute(arguments: [Int64(found.cluster), version])
      }
      for pair in found.pairs where try record(pair, at: decision.look.at, in: db) { copies += 1 }
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
    let (found, run) = try detector.detect([newcomer], in: db)
    try CopyIndex.file(PostingBytes.blob(of: run), documents: 1, last: UInt32(version), in: db)
    return found.first ?? Detected(cluster: UInt32(version), pairs: [])
  }

  /// Writes a pair, or mends it where another version explains the copy better; true for a new pair.
  private func record(_ finding: CopyFinding, at now: Instant, in db: Database) throws -> Bool {
    let copy = try article(of: finding.copy.version, in: db)
    let source = try article(of: finding.source.version, in: db)
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM copy WHERE copy = ? AND source = ?"), arguments: [copy, source])
    try db.cachedStatement(
      sql: """
        INSERT INTO copy(copy, copy_version, source, source_version, direction, class, share, longest, credited,
          credit, differs, changes, passages, found_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(copy, source) DO UPDATE SET copy_version = excluded.copy_version,
          source_version = excluded.source_version, class = excluded.class, share = excluded.share,
          longest = excluded.longest, differs = excluded.differs, changes = excluded.changes,
          passages = excluded.passages
        """
    ).execute(
      arguments: [
        copy, finding.copy.version, source, finding.source.version, finding.direction, finding.kind.rawValue,
        finding.share, finding.longest, finding.credit.state == .source, finding.credit.text, try json(finding.differs),
        try json(finding.changes), try json(finding.passages), now.milliseconds,
      ])
    guard known == nil, finding.kind != .formula else { return false }
    var event = Decision.Event(kind: "copied", severity: finding.differs.isEmpty ? .s2 : .s4)
    event.classes = finding.differs
    event.changes = finding.changes
    _ = try insertEvent(event, article: copy, at: now, other: source, in: db)
    try MarkRule.raise(copy: copy, text: finding.copy.text, source: source, at: now, in: db)
    return true
  }

  private func article(of version: Int64, in db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT article FROM version WHERE id = ?"), arguments: [version]) ?? 0
  }

  /// The changed spans of a source against its copies: those that still carry the old words are stale.
  private func markStale(source: Prior, after: ArticleText?, at now: Instant, in db: Database) throws -> Int {
    guard let before = source.text else { return 0 }
    var found = 0
    for pair in try Row.fetchAll(
      db, sql: "SELECT id, copy FROM copy WHERE source = ? AND class <> 'formula'", arguments: [source.article])
    {
      let copy: Int64 = pair["copy"]
      guard let text = try ArticleText.current(db, article: copy), try isLive(copy, in: db) else { continue }
      let spans =
        after.map { StaleFinder.spans(of: Differ.compare(before, $0), before: before, after: $0) } ?? [.gone(before)]
      for span in spans {
        if let after,
          StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: text) != .stale
        {
          continue
        }
        try db.execute(
          sql: """
            INSERT INTO stale(pair, before, after, context, class, severity, source_before, source_after, corrected_at,
              seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT version FROM article WHERE id = ?), ?, ?)
            """,
          arguments: [
            pair["id"] as Int64, span.before, span.after, span.context, span.kind.rawValue, span.severity.rawValue,
            source.current,
            source.article, now.milliseconds, now.milliseconds,
          ])
        var event = Decision.Event(kind: "stale", severity: span.severity)
        event.classes = [span.kind]
        event.changes = [Change(kind: span.kind, before: span.before, after: span.after, context: span.context)]
        _ = try insertEvent(event, article: copy, at: now, other: source.article, in: db)
        found += 1
      }
    }
    return found
  }

  /// Ends the stale rows of a source that went back to its old words: its copies agree with it again.
  private func settleStale(source: Int64, text: ArticleText?, at now: Instant, in db: Database) throws {
    guard let text else { return }
    for row in try Row.fetchAll(
      db,
      sql: "SELECT s.* FROM stale s JOIN copy c ON c.id = s.pair WHERE c.source = ? AND s.ended_at IS NULL",
      arguments: [source])
    {
      guard let before = try ArticleText.fetch(db, article: source, number: row["source_before"]),
        let after = try ArticleText.fetch(db, article: source, number: row["source_after"]), before != after,
        StaleFinder.state(of: ChangedSpan(row: row), sourceBefore: before, sourceAfter: after, copy: text) == .stale
      else { continue }
      try end(row["id"], how: "followed", at: now, in: db)
    }
  }

  private func end(_ stale: Int64, how: String, at now: Instant, in db: Database) throws {
    try db.execute(
      sql: "UPDATE stale SET ended_at = ?, how = ? WHERE id = ?", arguments: [now.milliseconds, how, stale])
  }

  /// Ends the stale rows of a copy that followed the correction, cut the words, or went away.
  private func endStale(copy: Int64, text: ArticleText?, at now: Instant, in db: Database) throws {
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT s.*, c.source FROM stale s JOIN copy c ON c.id = s.pair WHERE c.copy = ? AND s.ended_at IS NULL
        """, arguments: [copy])
    {
      var how: String? = "gone"
      if let text {
        let source: Int64 = row["source"]
        guard let before = try ArticleText.fetch(db, article: source, number: row["source_before"]),
          let after = try ArticleText.fetch(db, article: source, number: row["source_after"])
        else { continue }
        switch StaleFinder.state(of: ChangedSpan(row: row), sourceBefore: before, sourceAfter: after, copy: text) {
        case .stale: how = nil
        case .followed: how = "followed"
        case .cut, nil: how = "cut"
        }
      }
      guard let how else { continue }
      try end(row["id"], how: how, at: now, in: db)
    }
  }

  /// A copy that came back still carries its old words; a source that came back is missing no longer.
  private func reopenStale(of article: Int64, at now: Instant, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE stale SET ended_at = NULL, how = NULL
        WHERE how = 'gone' AND pair IN (SELECT id FROM copy WHERE copy = ?)
        """, arguments: [article])
    try db.execute(
      sql: """
        UPDATE stale SET ended_at = ?, how = 'followed' WHERE ended_at IS NULL AND class = 'removed' AND after = ''
          AND severity = 5 AND source_before = source_after AND pair IN (SELECT id FROM copy WHERE source = ?)
        """, arguments: [now.milliseconds, article])
  }

  private func isLive(_ article: Int64, in db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT state FROM article WHERE id = ?", arguments: [article])
      != Prior.State.gone.rawValue
  }
}

extension ArticleText {
  /// The words that stand now.
  static func current(_ db: Database, article: Int64) throws -> ArticleText? {
    let number = try Int.fetchOne(db, sql: "SELECT version FROM article WHERE id = ?", arguments: [article])
    return try number.flatMap { try fetch(db, article: article, number: $0) }
  }
}

extension ChangedSpan {
  fileprivate init(row: Row) {
    self.init(
      before: row["before"], after: row["after"], kind: ChangeClass(rawValue: row["class"]) ?? .wording,
      severity: Severity(rawValue: row["severity"]) ?? .s2)
  }

  /// A source that is gone: all its words are.
  fileprivate static func gone(_ text: ArticleText) -> ChangedSpan {
    ChangedSpan(before: text.title, after: "", kind: .removed, severity: .s5)
  }
}
