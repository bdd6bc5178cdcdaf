/// The difference of two texts in syllables, for showing it.
public enum WordDiff {
  /// Same, removed and added stretches in order; same and added joined give `after`, same words as they stand there.
  public static func runs(_ before: String, _ after: String) -> [Run] {
    let old = EditTokenizer.tokens(of: before)
    let new = EditTokenizer.tokens(of: after)
    var runs: [Run] = []
    var at = 0
    func add(_ kind: Run.Kind, _ tokens: ArraySlice<EditToken>) {
      let text = tokens.reduce(into: "") { $0 += $1.lead + $1.text }
      if !text.isEmpty { runs.append(Run(kind: kind, text: text)) }
    }
    for hunk in SequenceDiff.hunks(ofWords: old.map(\.exact), new.map(\.exact)) {
      add(.same, new[at..<hunk.after.lowerBound])
      add(.removed, old[hunk.before])
      add(.added, new[hunk.after])
      at = hunk.after.upperBound
    }
    add(.same, new[at...])
    return runs
  }
}
