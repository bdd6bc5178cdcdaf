import News

/// Compares two versions of an article.
public enum Differ {
  /// What was changed, told in words, and how grave it is.
  public static func compare(_ before: ArticleText, _ after: ArticleText) -> Difference {
    let (old, new) = (CanonicalText.of(before), CanonicalText.of(after))
    if old == new { return Difference(severity: .s0, classes: [], changes: []) }
    var tally = Tally()
    tally.compareTitles(old.title, new.title)
    for row in BlockPairing.rows(blocks(of: old), blocks(of: new)) {
      switch row.kind {
      case .same: continue
      case .movedAway, .movedHere: tally.raise(.s1)
      case .changed, .removed, .added:
        tally.compare(row.before.flatMap(\.tokens), row.after.flatMap(\.tokens), isTitle: false)
      }
    }
    return tally.difference
  }

  /// The changed places of one sentence that are of some kinds, both sides in canonical form.
  static func changes(in before: String, _ after: String, of kinds: Set<ChangeClass>) -> [Change] {
    var tally = Tally(kinds: kinds)
    var (old, new) = (EditTokenizer.tokens(of: before), EditTokenizer.tokens(of: after))
    old.append(.end)
    new.append(.end)
    tally.compare(old, new, isTitle: false)
    return tally.changes
  }

  private static func blocks(of text: ArticleText) -> [String] {
    (text.summary.isEmpty ? [] : [text.summary]) + text.paragraphs
  }
}

/// What the places compared so far add up to.
private struct Tally {
  private var severity = Severity.s0
  private var classes: Set<ChangeClass> = []
  private(set) var changes: [Change] = []
  /// The kinds of changes that are asked for; to tell one in words takes time.
  private let kinds: Set<ChangeClass>

  init(kinds: Set<ChangeClass> = Set(ChangeClass.allCases)) { self.kinds = kinds }

  var difference: Difference { Difference(severity: severity, classes: classes.sorted(), changes: changes) }

  mutating func raise(_ other: Severity) { severity = max(severity, other) }

  mutating func compareTitles(_ before: String, _ after: String) {
    let (old, new) = (EditTokenizer.tokens(of: before), EditTokenizer.tokens(of: after))
    compare(old, new, isTitle: true)
    guard !changes.isEmpty else { return }
    classes.formIntersection([.negation, .status, .number, .date, .name])
    classes.insert(.title)
    raise(.s3)
    changes = [Change(kind: .title, before: before, after: after, context: after)]
  }

  mutating func compare(_ before: [EditToken], _ after: [EditToken], isTitle: Bool) {
    let (old, new) = (before.lazy.filter { $0.kind != .end }, after.lazy.filter { $0.kind != .end })
    if old.elementsEqual(new, by: { $0.exact == $1.exact }) { return }
    raise(.s1)
    let hunks = EditHunk.all(before, after)
    if hunks.isEmpty { return }
    let judge = HunkJudge(
      before: EditMarks(before, isTitle: isTitle), after: EditMarks(after, isTitle: isTitle), isTitle: isTitle)
    for hunk in hunks {
      let verdict = judge.verdict(hunk)
      raise(verdict.severity)
      classes.formUnion(verdict.classes)
      if kinds.contains(verdict.kind) { changes.append(judge.change(hunk, verdict)) }
    }
  }
}
