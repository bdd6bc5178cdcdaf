import Foundation
import News

/// Tells whether a copy still carries words its source has corrected.
public enum StaleFinder {
  /// What a copy did with a correction.
  public enum State: Hashable, Sendable {
    /// The copy has the old words where the source had them.
    case stale
    /// The copy has the new words.
    case followed
    /// The copy has what stood around, with neither the old nor the new words.
    case cut
  }

  /// The spans an edit replaced or stepped into; a passage only added leaves nothing stale.
  public static func spans(of difference: Difference, before: ArticleText, after: ArticleText) -> [ChangedSpan] {
    guard difference.severity >= .s2 else { return [] }
    let old = SyllableText(before.whole).codes
    var seen = Set<[String]>()
    return difference.changes.compactMap { change in
      let change = withNeighbours(change)
      let words = SyllableText(change.before).codes
      guard !words.isEmpty, !Place.all(of: words, in: old).isEmpty || words.count > Place.longest else { return nil }
      let span = ChangedSpan(
        before: change.before, after: change.after, context: change.context, kind: change.kind,
        severity: difference.severity)
      return seen.insert([span.before, span.after]).inserted ? span : nil
    }
  }

  /// A word put into a sentence ("có" made "không có") leaves the old words stale too: the words on both sides of
  /// it, which stood together before, stand for them.
  private static func withNeighbours(_ change: Change) -> Change {
    guard change.before.isEmpty, change.kind != .added, change.kind != .title,
      let place = change.context.range(of: change.after),
      let following = change.context[place.upperBound...].split(separator: " ").first
    else { return change }
    let preceding = change.context[..<place.lowerBound].split(separator: " ").last
    var grown = change
    grown.before = [preceding, following].compactMap { $0 }.joined(separator: " ")
    grown.after = [preceding, change.after[...], following].compactMap { $0 }.joined(separator: " ")
    return grown
  }

  /// Nil where the copy does not carry that place of the source.
  public static func state(
    of span: ChangedSpan, sourceBefore: ArticleText, sourceAfter: ArticleText, copy: ArticleText
  ) -> State? {
    let old = SyllableText(sourceBefore.whole).codes
    let new = SyllableText(sourceAfter.whole).codes
    let text = SyllableText(copy.whole)
    let before = SyllableText(span.before).codes
    let after = SyllableText(span.after).codes
    guard !before.isEmpty else { return nil }
    if before.count > Place.longest {
      return longState(before: span.before, after: span.after, copy: text)
    }
    let places = changed(Place.all(of: before, in: old).filter { !$0.stands(in: new, untouched: true) }, old, new)
    guard !places.isEmpty else { return nil }
    if places.contains(where: { $0.stands(in: text.codes) }) { return .stale }
    // The words around may have been corrected too: the new words count in the new surroundings or in the old.
    let corrected = places.map { $0.with(after) } + Place.all(of: after, in: new).filter { !$0.stands(in: old) }
    if corrected.contains(where: { $0.stands(in: text.codes) }) { return .followed }
    return places.contains { $0.leavesTrace(in: text.codes) } ? .cut : nil
  }

  /// Those of some places whose own words an edit changed: the same words may stand close by ("Đông Phong 16 (DF-16)").
  private static func changed(_ places: [Place], _ old: [UInt64], _ new: [UInt64]) -> [Place] {
    guard places.count > 1 else { return places }
    let hunks = SequenceDiff.hunks(old, new)
    let changed = places.filter { $0.isChanged(by: hunks) }
    return changed.isEmpty ? places : changed
  }

  /// A whole paragraph is looked for as a passage: a copy may have touched a word of it.
  private static func longState(before: String, after: String, copy: SyllableText) -> State? {
    let old = Aligner.align(copy: SyllableText(before), source: copy).share
    let new = Aligner.align(copy: SyllableText(after), source: copy).share
    if new > old && new >= 0.8 { return .followed }
    return old >= 0.6 ? .stale : nil
  }
}
