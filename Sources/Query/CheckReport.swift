import Archive
import Detect
import GRDB
import News

/// Where a text comes from: what `check` found.
public struct CheckReport: Encodable, Sendable {
  /// An article whose words the text carries.
  public struct Match: Encodable, Sendable {
    /// The article's address.
    public var url: String
    /// Its outlet.
    public var outlet: String
    /// Its headline.
    public var title: String
    /// The version that explains the text best.
    public var version: Int
    /// When it says it was published.
    public var published: String?
    /// When it was first seen.
    public var firstSeen: String
    /// The part of the text that is shared.
    public var share: Double
    /// The longest shared run, in syllables.
    public var longest: Int
    /// What kinds of facts differ.
    public var differs: [ChangeClass]
    /// Each place where they do: the archive's words before, the text's after.
    public var changes: [Change]
    /// The shared passages.
    public var passages: [CopyReport.Passage]
    /// Marks that stand on the article.
    public var marks: [MarkReport]
  }

  /// How long the text is, in syllables.
  public var syllables: Int
  /// Whether it is too short to be told from turns of speech.
  public var tooShort: Bool
  /// Articles it shares passages with, the best first.
  public var matches: [Match]
}

/// Checks texts against one archive, one after another.
public final class TextChecker {
  private let query: ArchiveQuery
  private let check: TextCheck
  /// Fewer syllables leave no fingerprint that is sure to be found.
  private static let leastSyllables = 13
  /// Shares that differ by less are alike: then who was first stands first.
  private static let likeShare = 0.05

  /// Over an archive.
  public init(_ query: ArchiveQuery) {
    self.query = query
    check = TextCheck(folder: query.folder)
  }

  /// Where a text comes from.
  public func report(on text: ArticleText) throws -> CheckReport {
    let syllables = SyllableText(text.whole).codes.count
    let matches = try CopyIndexChanged.retrying {
      try query.read { db in try check.matches(of: text, in: db).compactMap { try Self.match($0, in: db) } }
    }
    return CheckReport(
      syllables: syllables, tooShort: syllables < Self.leastSyllables, matches: matches.sorted(by: Self.precedes))
  }

  private static func precedes(_ a: CheckReport.Match, _ b: CheckReport.Match) -> Bool {
    let (x, y) = ((a.share / likeShare).rounded(), (b.share / likeShare).rounded())
    return x != y ? x > y : (a.published ?? a.firstSeen, a.url) < (b.published ?? b.firstSeen, b.url)
  }

  private static func match(_ found: TextCheck.Match, in db: Database) throws -> CheckReport.Match? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT a.id, a.url, a.outlet, a.first_seen, a.published, v.number, t.title FROM version v
          JOIN article a ON a.id = v.article JOIN text t ON t.id = v.text WHERE v.id = ?
          """), arguments: [found.version]
    ).map { row in
      CheckReport.Match(
        url: row["url"], outlet: row["outlet"], title: row["title"], version: row["number"],
        published: Instant(row["published"])?.rfc3339, firstSeen: Instant(milliseconds: row["first_seen"]).rfc3339,
        share: found.share, longest: found.longest, differs: found.differs, changes: found.changes,
        passages: found.passages.map {
          CopyReport.Passage(copyStart: $0[0], copyEnd: $0[1], sourceStart: $0[2], sourceEnd: $0[3])
        }, marks: try ArchiveQuery.marks(db, on: row["id"], all: false))
    }
  }
}
