/// A changed place: the stretches of both sides it spans, and which of their tokens are really changed.
struct EditHunk {
  var before: Range<Int>
  var after: Range<Int>
  /// The stretches without the few shared tokens between them.
  var parts: [SequenceDiff.Hunk]

  /// The changed places of two rows of tokens; those a word or two apart are one place.
  static func all(_ before: [EditToken], _ after: [EditToken]) -> [EditHunk] {
    var out: [EditHunk] = []
    for part in SequenceDiff.hunks(before.map(\.key), after.map(\.key)) {
      let isBreak = (before[part.before] + after[part.after]).allSatisfy { $0.kind == .end }
      if isBreak || isSpelling(before[part.before], after[part.after]) { continue }
      if let last = out.last, joins(last, part, before) {
        out[out.count - 1].before = last.before.lowerBound..<part.before.upperBound
        out[out.count - 1].after = last.after.lowerBound..<part.after.upperBound
        out[out.count - 1].parts.append(part)
      } else {
        out.append(EditHunk(before: part.before, after: part.after, parts: [part]))
      }
    }
    return out
  }

  private static func joins(_ last: EditHunk, _ part: SequenceDiff.Hunk, _ before: [EditToken]) -> Bool {
    let between = before[last.before.upperBound..<part.before.lowerBound]
    return between.count <= 2 && between.allSatisfy { $0.isSpoken || $0.key == "," }
  }

  /// Whether both sides say one number, in figures and in words.
  private static func isSpelling(_ before: ArraySlice<EditToken>, _ after: ArraySlice<EditToken>) -> Bool {
    guard before.contains(where: \.isFigure) || after.contains(where: \.isFigure) else { return false }
    return inFigures(before) == inFigures(after)
  }

  private static func inFigures(_ tokens: ArraySlice<EditToken>) -> String {
    tokens.map { UnitWords.counts[$0.key] ?? $0.key }.joined(separator: " ")
  }
}
