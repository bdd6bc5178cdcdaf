import Detect
import GRDB
import News

extension NewsArchive {
  /// The changed spans of a source against its copies: those that still carry the old words are stale.
  func markStale(source: Prior, after: ArticleText?, at now: Instant, in db: Database) throws -> Int {
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
        if let after, StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: text) != .stale {
          continue
        }
        if try agreesWithTheFirst(copy, not: source.article, span, before: before, after: after, in: db) { continue }
        try openStale(pair["id"], copy: copy, span, source: source, at: now, in: db)
        found += 1
      }
    }
    return found
  }

  private func openStale(
    _ pair: Int64, copy: Int64, _ span: ChangedSpan, source: Prior, at now: Instant, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO stale(pair, before, after, context, class, severity, source_before, source_after, corrected_at,
          seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT version FROM article WHERE id = ?), ?, ?)
        """,
      arguments: [
        pair, span.before, span.after, span.context, span.kind.rawValue, span.severity.rawValue,
        source.current,
        source.article, now.milliseconds, now.milliseconds,
      ])
    var event = Decision.Event(kind: "stale", severity: span.severity)
    event.classes = [span.kind]
    event.changes = [Change(kind: span.kind, before: span.before, after: span.after, context: span.context)]
    _ = try insertEvent(event, article: copy, at: now, other: source.article, in: db)
    // It may have followed by now, or will soon: it is looked at next, and more often.
    try db.execute(
      sql: """
        UPDATE article SET next_look = min(next_look, ?), step = 0, grave = 1
        WHERE id = ? AND imported = 0 AND state IN ('live', 'missing')
        """, arguments: [now.milliseconds, copy])
  }

  /// Whether the words still stand at an article that both took them from: then the copy agrees with who published
  /// first, whatever became of the other copy of it.
  private func agreesWithTheFirst(
    _ copy: Int64, not source: Int64, _ span: ChangedSpan, before: ArticleText, after: ArticleText?, in db: Database
  ) throws -> Bool {
    let firsts = try Int64.fetchAll(
      db,
      sql: """
        SELECT d.source FROM copy d JOIN copy e ON e.source = d.source JOIN article a ON a.id = d.source
        WHERE d.copy = ? AND e.copy = ? AND a.state = 'live' AND d.class <> 'formula' AND e.class <> 'formula'
        """, arguments: [source, copy])
    return try firsts.contains { first in
      guard let text = try ArticleText.current(db, article: first) else { return false }
      guard let after else { return true }
      return StaleFinder.state(of: span, sourceBefore: before, sourceAfter: after, copy: text) == .stale
    }
  }

  /// Ends the stale rows of a source that went back to its old words: its copies agree with it again.
  func settleStale(source: Int64, text: ArticleText?, at now: Instant, in db: Database) throws {
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
  func endStale(copy: Int64, text: ArticleText?, at now: Instant, in db: Database) throws {
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
  func reopenStale(of article: Int64, at now: Instant, in db: Database) throws {
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
