/// A row of two texts laid side by side: paragraphs that stand for each other, or one that stands alone.
public struct DiffRow: Hashable, Sendable {
  /// What became of the paragraphs.
  public enum Kind: String, Sendable { case same, changed, removed, added, movedAway, movedHere }

  /// Both sides, or the one that has words.
  public var kind: Kind
  /// The paragraphs before; several where they were joined.
  public var before: [String]
  /// The paragraphs after; several where one was cut.
  public var after: [String]

  /// Takes every field as given.
  public init(kind: Kind, before: [String], after: [String]) {
    self.kind = kind
    self.before = before
    self.after = after
  }

  /// The words of the row that both sides share, and those that one alone has.
  public var runs: [Run] {
    switch kind {
    case .same: after.map { Run(kind: .same, text: $0) }
    case .removed, .movedAway: before.map { Run(kind: .removed, text: $0) }
    case .added, .movedHere: after.map { Run(kind: .added, text: $0) }
    case .changed: WordDiff.runs(before.joined(separator: "\n"), after.joined(separator: "\n"))
    }
  }

  /// The paragraphs of two texts, side by side and in order; a paragraph that moved stands at both its places.
  public static func rows(_ before: [String], _ after: [String]) -> [DiffRow] {
    BlockPairing.rows(before, after).map { row in
      DiffRow(kind: row.kind, before: row.before.map(\.text), after: row.after.map(\.text))
    }
  }
}
