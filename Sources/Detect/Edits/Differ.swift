import News

/// Compares two versions of an article.
public enum Differ {
  /// What was changed, told in words, and how grave it is.
  public static func compare(_ before: ArticleText, _ after: ArticleText) -> Difference {
    let (old, new) = (CanonicalText.of(before), CanonicalText.of(after))
    if old == new { return Difference(severity: .s0, classes: [], changes: []) }
    var tally = Tally()
    tally.compareTitles(old.title, new.title)
    let (a, b) = (blocks(of: old), blocks(of: new))
    let gaps = SequenceDiff.hunks(a, b)
    var moved = Dictionary(gaps.flatMap { a[$0.before] }.map { ($0, 1) }, uniquingKeysWith: +)
    var arrived = Dictionary(gaps.flatMap { b[$0.after] }.map { ($0, 1) }, uniquingKeysWith: +)
    for (block, count) in moved { moved[block] = min(count, arrived[block] ?? 0) }
    arrived = moved
    for gap in gaps {
      let gone = a[gap.before].filter { !take($0, from: &moved) }
      let come = b[gap.after].filter { !take($0, from: &arrived) }
      if gone.count + come.count < gap.before.count + gap.after.count { tally.raise(.s1) }
      for pair in ParagraphPairs.of(gone.map(tokens), come.map(tokens)) {
        tally.compare(pair.before, pair.after, isTitle: false)
      }
    }
    return tally.difference
  }

  private static func blocks(of text: ArticleText) -> [String] {
    (text.summary.isEmpty ? [] : [text.summary]) + text.paragraphs
  }

  private static func take(_ block: String, from counts: inout [String: Int]) -> Bool {
    guard let left = counts[block], left > 0 else { return false }
    counts[block] = left - 1
    return true
  }

  private static func tokens(of block: String) -> [EditToken] { EditTokenizer.tokens(of: block) + [.end] }
}

/// What the places compared so far add up to.
private struct Tally {
  private var severity = Severity.s0
  private var classes: Set<ChangeClass> = []
  private var changes: [Change] = []

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
    if before.map(\.exact).filter({ $0 != "\n" }) == after.map(\.exact).filter({ $0 != "\n" }) { return }
    raise(.s1)
    let hunks = EditHunk.all(before, after)
    if hunks.isEmpty { return }
    let judge = HunkJudge(
      before: EditMarks(before, isTitle: isTitle), after: EditMarks(after, isTitle: isTitle), isTitle: isTitle)
    for hunk in hunks {
      let verdict = judge.verdict(hunk)
      raise(verdict.severity)
      classes.formUnion(verdict.classes)
      changes.append(verdict.change)
    }
  }
}
