import Detect
import News

/// A pair of versions judged to be copy and source, with what they share and where they differ.
struct CopyFinding: Comparable, Sendable {
  let copy: CopyParty
  let source: CopyParty
  let kind: CopyClass
  let share: Double
  let longest: Int
  let credit: Credit
  /// The agency that both credit.
  let wire: String?
  let differs: [ChangeClass]
  let changes: [Change]
  let passages: [[Int]]
  /// What says which of the two was first.
  private(set) var direction = ""
  private let matched: Int

  /// The copy as it first stood beside the version of the source that explains it best; nil where it is no copy.
  static func best(_ mine: [CopyParty], _ theirs: [CopyParty], evidence: CandidateEvidence) -> CopyFinding? {
    guard let newest = mine.last, let other = theirs.last, other.outlet != newest.outlet else { return nil }
    let order = CopyParty.direction(newest, other)
    let (copies, sources) = order.firstIsSource ? (theirs, mine) : (mine, theirs)
    guard let copy = copies.first else { return nil }
    var best = sources.compactMap { CopyFinding(copy: copy, source: $0, evidence: evidence) }.max()
    best?.direction = order.name
    return best
  }

  /// A text that was handed in beside a version of the archive; nil where it takes nothing from it.
  init?(visitor: CopyParty, source: CopyParty, evidence: CandidateEvidence) {
    let alignment = Aligner.align(copy: visitor.syllables, source: source.syllables)
    guard let kind = CopyJudge.judge(visitor: alignment, evidence: evidence) else { return nil }
    self.init(copy: visitor, source: source, alignment: alignment, kind: kind)
  }

  /// Aligns and judges two versions; nil where they are no copy.
  init?(copy: CopyParty, source: CopyParty, evidence: CandidateEvidence) {
    let alignment = Aligner.align(copy: copy.syllables, source: source.syllables)
    guard let kind = CopyJudge.judge(alignment, evidence: evidence) else { return nil }
    self.init(copy: copy, source: source, alignment: alignment, kind: kind)
  }

  private init(copy: CopyParty, source: CopyParty, alignment: Alignment, kind: CopyClass) {
    let (copyText, sourceText) = (copy.sliced, source.sliced)
    let altered = AlteredFacts.compare(copy: copyText, source: sourceText, passages: alignment.passages)
    self.copy = copy
    self.source = source
    self.kind = kind
    share = alignment.share
    longest = alignment.longest
    matched = alignment.matched
    credit = CreditFinder.find(in: copyText, author: copy.author, source: source.names)
    wire = CommonWire.of((copyText, copy.author), (sourceText, source.author))
    differs = altered.classes
    changes = altered.changes
    passages = alignment.passages.compactMap { Self.scalars($0, copy: copy, source: source) }
  }

  /// The better finding explains more of the copy with fewer altered facts; the older version wins a tie.
  static func < (a: CopyFinding, b: CopyFinding) -> Bool {
    (a.matched - 4 * a.changes.count, b.source.version) < (b.matched - 4 * b.changes.count, a.source.version)
  }
  static func == (a: CopyFinding, b: CopyFinding) -> Bool {
    a.copy.version == b.copy.version && a.source.version == b.source.version
  }

  /// A passage as scalar offsets into the two bodies; what it shares of titles and summaries is cut off its start.
  private static func scalars(_ passage: Passage, copy: CopyParty, source: CopyParty) -> [Int]? {
    let (copyBody, sourceBody) = (copy.text.bodyStart, source.text.bodyStart)
    let steps = min(passage.copy.count, passage.source.count)
    let skipped = (0..<steps).first { step in
      copy.syllables.start(passage.copy.lowerBound + step) >= copyBody
        && source.syllables.start(passage.source.lowerBound + step) >= sourceBody
    }
    guard let skipped else { return nil }
    return [
      copy.syllables.start(passage.copy.lowerBound + skipped) - copyBody,
      copy.syllables.end(passage.copy.upperBound - 1) - copyBody,
      source.syllables.start(passage.source.lowerBound + skipped) - sourceBody,
      source.syllables.end(passage.source.upperBound - 1) - sourceBody,
    ]
  }
}

extension ArticleText {
  /// Where the body starts in `whole`, in Unicode scalars.
  fileprivate var bodyStart: Int { title.unicodeScalars.count + summary.unicodeScalars.count + 2 }
}
