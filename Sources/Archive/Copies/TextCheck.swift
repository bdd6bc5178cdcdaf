import Detect
import GRDB
import News

/// Compares a text that is not in the archive with all that are.
public final class TextCheck {
  /// One article whose words the text carries.
  public struct Match: Sendable {
    public var version: Int64
    /// The part of the text that is shared.
    public var share: Double
    /// The longest shared run, in syllables.
    public var longest: Int
    public var kind: CopyClass
    public var differs: [ChangeClass]
    /// Source's words before, the text's after.
    public var changes: [Change]
    /// Four Unicode scalar offsets each: start and end in the text, start and end in the article's body.
    public var passages: [[Int]]
  }

  private let detector: CopyDetector

  /// Over the archive in a folder.
  public init(folder: String) { detector = CopyDetector(folder: folder) }

  /// Articles the text shares passages with; the text's paragraphs are its body.
  public func matches(of text: ArticleText, in db: Database) throws -> [Match] {
    let visitor = CopyParty(
      outlet: "", names: [], firstSeen: Instant(milliseconds: 0), published: nil, imported: true, interval: .zero,
      version: .max, author: nil, text: text, syllables: SyllableText(text.whole))
    return try detector.judge(visitor: visitor, in: db).map { found in
      Match(
        version: found.source.version, share: found.match.alignment.share,
        longest: found.match.alignment.longest, kind: found.match.kind,
        differs: found.differs, changes: found.changes, passages: found.passages)
    }
  }
}
