import Detect

/// Two versions that share enough to be copy and source. What else is told of them takes several times as long to find,
/// and need not be known before the next text is compared: `CopyFinding`.
struct CopyMatch: Sendable {
  let copy: CopyParty
  let source: CopyParty
  let alignment: Alignment
  let kind: CopyClass
  /// What says which of the two was first.
  private(set) var direction = ""

  /// The copy as it first stood beside the version of the source that explains it best; nil where it is no copy.
  static func best(_ mine: [CopyParty], _ theirs: [CopyParty], evidence: CandidateEvidence) -> CopyMatch? {
    guard let newest = mine.last, let other = theirs.last, other.outlet != newest.outlet else { return nil }
    let order = CopyParty.direction(newest, other)
    let (copies, sources) = order.firstIsSource ? (theirs, mine) : (mine, theirs)
    guard let copy = copies.first else { return nil }
    let matches = sources.compactMap { CopyMatch(copy: copy, source: $0, evidence: evidence) }
    var best = matches.count > 1 ? matches.map(CopyFinding.init).max()?.match : matches.first
    best?.direction = order.name
    return best
  }

  /// A text that was handed in beside a version of the archive; nil where it takes nothing from it.
  init?(visitor: CopyParty, source: CopyParty, evidence: CandidateEvidence) {
    self.init(copy: visitor, source: source) { CopyJudge.judge(visitor: $0, evidence: evidence) }
  }

  /// Aligns and judges two versions; nil where they are no copy.
  init?(copy: CopyParty, source: CopyParty, evidence: CandidateEvidence) {
    self.init(copy: copy, source: source) { CopyJudge.judge($0, evidence: evidence) }
  }

  private init?(copy: CopyParty, source: CopyParty, judge: (Alignment) -> CopyClass?) {
    alignment = Aligner.align(copy: copy.syllables, source: source.syllables)
    guard let kind = judge(alignment) else { return nil }
    (self.copy, self.source, self.kind) = (copy, source, kind)
  }
}
