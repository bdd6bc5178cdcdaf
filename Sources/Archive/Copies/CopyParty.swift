import Detect
import GRDB
import News

/// One side of a possible copy: an article with one of its versions, read for comparing.
struct CopyParty: Sendable {
  var outlet: String
  var names: [String]
  var firstSeen: Instant
  var published: Instant?
  var imported: Bool
  var interval: Duration
  var version: Int64
  var author: String?
  var text: ArticleText
  let syllables: SyllableText

  /// About what it takes in memory.
  var bytes: Int { syllables.codes.count * 24 + 256 }

  /// Reads every version of an article, oldest first; `family` is the first of them.
  static func versions(_ db: Database, family: Int64) throws -> [CopyParty] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.outlet, o.names, a.first_seen, a.published, a.imported, a.interval_s,
            v.id AS version, v.author, t.title, t.summary, t.body
          FROM version f JOIN article a ON a.id = f.article JOIN outlet o ON o.id = a.outlet
          JOIN version v ON v.article = f.article JOIN text t ON t.id = v.text
          WHERE f.id = ? ORDER BY v.number
          """), arguments: [family]
    ).map { row in
      let text = ArticleText(row: row)
      return CopyParty(
        outlet: row["outlet"],
        names: Self.names(row["names"]),
        firstSeen: Instant(milliseconds: row["first_seen"]), published: Instant(row["published"]),
        imported: row["imported"], interval: .seconds(row["interval_s"] as Int64), version: row["version"],
        author: row["author"], text: text, syllables: SyllableText(text.whole))
    }
  }

  /// The names of an outlet as its row keeps them.
  static func names(_ lines: String?) -> [String] { lines?.split(separator: "\n").map(String.init) ?? [] }

  /// Its text, to be cut at its syllables.
  var sliced: SlicedText { SlicedText(text.whole, syllables) }

  /// Whether it credits another.
  private func credits(_ other: CopyParty) -> Bool {
    CreditFinder.find(in: sliced, author: author, source: other.names).state == .source
  }

  /// Who of two published first, and what says so: our own sight, the stated dates, or nothing.
  static func direction(_ a: CopyParty, _ b: CopyParty) -> (firstIsSource: Bool, name: String) {
    let apart = max(a.interval, b.interval).inMilliseconds
    let seenApart = abs(a.firstSeen.milliseconds - b.firstSeen.milliseconds)
    if !a.imported && !b.imported && seenApart > apart { return (a.firstSeen < b.firstSeen, "seen") }
    if let left = a.published, let right = b.published, left != right { return (left < right, "dated") }
    if b.credits(a) { return (true, "credit") }
    if a.credits(b) { return (false, "credit") }
    return (a.version < b.version, "unknown")
  }
}
