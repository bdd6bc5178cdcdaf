import Detect
import News

/// Two texts compared: how grave the difference is, each changed place, and the paragraphs side by side.
public struct DiffReport: Encodable, Sendable {
  /// A title or paragraph, or a pair of them that stand for each other.
  public struct Row: Sendable {
    /// A stretch that both sides share, or that one alone has.
    public struct Piece: Sendable {
      /// `same`, `removed` or `added`.
      public var kind: String
      /// The words as they stand.
      public var text: String
    }

    /// `same`, `changed`, `removed`, `added`, `movedAway` or `movedHere`.
    public var kind: String
    /// Whether it is the headline.
    public var isTitle: Bool
    /// The words before, a line a paragraph; empty where it is only after.
    public var before: [String]
    /// The words after, a line a paragraph; empty where it is only before.
    public var after: [String]
    /// Both in one.
    public var pieces: [Piece]
  }

  private enum CodingKeys: String, CodingKey { case severity, classes, changes }

  /// `S0` to `S5`.
  public var severity: String
  /// What kinds of words were touched, gravest first.
  public var classes: [ChangeClass]
  /// Each changed place.
  public var changes: [Change]
  private let before: ArticleText
  private let after: ArticleText

  /// Compares two texts.
  public init(_ before: ArticleText, _ after: ArticleText) {
    let difference = Differ.compare(before, after)
    severity = difference.severity.name
    classes = difference.classes
    changes = difference.changes
    self.before = before
    self.after = after
  }

  /// Title, summary and paragraphs in order; not in the JSON.
  public var rows: [Row] {
    let titles = DiffRow(
      kind: before.title == after.title ? .same : .changed, before: [before.title], after: [after.title])
    let body = DiffRow.rows(Self.blocks(of: before), Self.blocks(of: after))
    let heads = (before.title + after.title).isEmpty ? [] : [Row(titles, isTitle: true)]
    return heads + body.map { Row($0, isTitle: false) }
  }

  private static func blocks(of text: ArticleText) -> [String] {
    (text.summary.isEmpty ? [] : [text.summary]) + text.paragraphs
  }
}

extension DiffReport.Row {
  fileprivate init(_ row: DiffRow, isTitle: Bool) {
    kind = row.kind.rawValue
    self.isTitle = isTitle
    before = row.before
    after = row.after
    pieces = row.runs.map { Piece(kind: $0.kind.rawValue, text: $0.text) }
  }
}
