import Detect
import Foundation
import GRDB
import News

/// Which copies a mark reaches: those that carry the marked words, whether they are found before it or after.
enum MarkRule {
  /// The part of a marked passage that a copy must carry.
  private static let leastShare = 0.6

  /// Raises an event for each standing mark on the source whose words a new copy carries.
  static func raise(copy: Int64, text: ArticleText, source: Int64, at now: Instant, in db: Database) throws {
    let marks = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, kind, reason, passage FROM standing_mark WHERE article = ?"),
      arguments: [source])
    for mark in marks where carries(text, mark["passage"]) {
      try insert(
        article: copy, other: source, mark: mark["id"], kind: mark["kind"], reason: mark["reason"], at: now, in: db)
    }
  }

  /// Raises events for the marked article and for each copy of it that stands in the archive; returns how many copies.
  static func raise(mark id: Int64, _ mark: Mark, article: Int64, at now: Instant, in db: Database) throws -> Int {
    try insert(
      article: article, other: nil, mark: id, kind: mark.kind.rawValue, reason: mark.reason, at: now, in: db)
    let copies = try Int64.fetchAll(
      db, sql: "SELECT copy FROM copy WHERE source = ? AND class <> 'formula' ORDER BY copy", arguments: [article])
    var reached = 0
    for copy in copies {
      guard let text = try ArticleText.current(db, article: copy), carries(text, mark.passage) else { continue }
      try insert(
        article: copy, other: article, mark: id, kind: mark.kind.rawValue, reason: mark.reason, at: now, in: db)
      reached += 1
    }
    return reached
  }

  /// Whether a text has the words of a passage, a few of them changed perhaps; every copy carries a whole article.
  static func carries(_ text: ArticleText, _ passage: String?) -> Bool {
    guard let passage else { return true }
    let words = SyllableText(passage)
    let whole = SyllableText(text.whole)
    if words.codes.count < 2 * Aligner.leastPassage { return holds(whole.codes, words.codes) }
    return Aligner.align(copy: words, source: whole).share >= leastShare
  }

  private static func holds(_ text: [UInt64], _ words: [UInt64]) -> Bool {
    guard let first = words.first, text.count >= words.count else { return false }
    return (0...(text.count - words.count)).contains { text[$0] == first && text[$0...].starts(with: words) }
  }

  private static func insert(
    article: Int64, other: Int64?, mark: Int64, kind: String, reason: String, at now: Instant, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO event(kind, article, at, severity, confirmed_at, other, detail)
        VALUES ('marked', ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        article, now.milliseconds, Severity.s4.rawValue, now.milliseconds, other, "mark \(mark), \(kind): \(reason)",
      ])
  }
}
