/// A changed place: the stretches of both sides it spans, and which of their tokens are really changed.
struct EditHunk {
  var before: Range<Int>
  var after: Range<Int>
  /// The stretches without the few shared tokens between them.
  var parts: [SequenceDiff.Hunk]

  /// The changed places of two rows of tokens; those a word or two apart are one place.
  static func all(_ before: [EditToken], _ after: [EditToken]) -> [EditHunk] {
    var out: [EditHunk] = []
    for part in SequenceDiff.hunks(before.map { $0.id }, after.map { $0.id }) {
      let isBreak =
        before[part.before].allSatisfy { $0.kind == .end } && after[part.after].allSatisfy { $0.kind == .end }
      if isBreak || Writing.isSame(before[part.before], after[part.after]) || isDot(part, before, after) { continue }
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

  /// Whether all that differs is the dot after an abbreviation inside a sentence ("TP. Tuyên Quang").
  private static func isDot(_ part: SequenceDiff.Hunk, _ before: [EditToken], _ after: [EditToken]) -> Bool {
    guard part.before.count + part.after.count == 1, part.before.lowerBound > 0 else { return false }
    let dot = part.before.isEmpty ? after[part.after.lowerBound] : before[part.before.lowerBound]
    let following = part.before.upperBound < before.count && before[part.before.upperBound].isSpoken
    return dot.key == "." && following && Writing.isAbbreviation(before[part.before.lowerBound - 1])
  }
}
