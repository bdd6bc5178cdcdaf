import Detect
import News

/// A copy and its source, with what they share, where they differ and whom the copy credits.
struct CopyFinding: Comparable, Sendable {
  let match: CopyMatch
  let credit: Credit
  /// The agency that both credit.
  let wire: String?
  let differs: [ChangeClass]
  let changes: [Change]
  let passages: [[Int]]

  var copy: CopyParty { match.copy }
  var source: CopyParty { match.source }

  init(_ match: CopyMatch) {
    let (copy, source, alignment) = (match.copy, match.source, match.alignment)
    let (copyText, sourceText) = (copy.sliced, source.sliced)
    let altered = AlteredFacts.compare(copy: copyText, source: sourceText, passages: alignment.passages)
    self.match = match
    credit = CreditFinder.find(in: copyText, author: copy.author, source: source.names)
    wire = CommonWire.of((copyText, copy.author), (sourceText, source.author))
    differs = altered.classes
    changes = altered.changes
    passages = alignment.passages.compactMap { Self.scalars($0, copy: copy, source: source) }
  }

  /// The better finding explains more of the copy with fewer altered facts; the older version wins a tie.
  static func < (a: CopyFinding, b: CopyFinding) -> Bool {
    (a.score, b.source.version) < (b.score, a.source.version)
  }
  static func == (a: CopyFinding, b: CopyFinding) -> Bool {
    a.copy.version == b.copy.version && a.source.version == b.source.version
  }

  private var score: Int { match.alignment.matched - 4 * changes.count }

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
