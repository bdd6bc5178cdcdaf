import News

/// Tells what kind of words a changed place touched and how grave that is.
struct HunkJudge {
  let before: EditMarks
  let after: EditMarks
  let isTitle: Bool

  struct Verdict {
    var classes: Set<ChangeClass>
    var severity: Severity
    /// The gravest class, and the marks that the place touches.
    var kind: ChangeClass
    var old: [EditMarks.Mark]
    var new: [EditMarks.Mark]
  }

  func verdict(_ hunk: EditHunk) -> Verdict {
    let old = hunk.parts.flatMap { Array($0.before) }
    let new = hunk.parts.flatMap { Array($0.after) }
    let touchedOld = hunk.parts.flatMap { before.touching($0.before) }
    let touchedNew = hunk.parts.flatMap { after.touching($0.after) }
    let spokenOld = old.filter { before.tokens[$0].isSpoken }
    let spokenNew = new.filter { after.tokens[$0].isSpoken }
    let oneSided = spokenOld.isEmpty != spokenNew.isEmpty
    let breaks = old.contains { before.tokens[$0].kind == .end } || new.contains { after.tokens[$0].kind == .end }
    let isWhole = oneSided && breaks
    var classes = Self.differing(touchedOld, touchedNew)
    if turnsRound(hunk, spokenOld, spokenNew) || marksNearNegation(hunk, old, new) { classes.insert(.negation) }
    if !classes.contains(.date), isCount(spokenOld, spokenNew) { classes.insert(.number) }
    if oneSided, !isWhole, dropsSource(spokenOld, before) || dropsSource(spokenNew, after) {
      classes.insert(.attribution)
    }
    let facts = classes
    let size = max(spokenOld.count, spokenNew.count)
    if isWhole { classes.formIntersection([.number, .date]) }
    if oneSided, size >= 4 || isWhole, !classes.contains(.attribution) {
      classes.insert(spokenOld.isEmpty ? .added : .removed)
    } else if !oneSided || classes.isEmpty {
      let rest = max(
        plain(spokenOld, touchedOld, classes), plain(spokenNew, touchedNew, classes))
      if classes.isEmpty || rest >= 3 { classes.insert(isQuoted(spokenOld, spokenNew) ? .quote : .wording) }
    }
    var severity = classes.union(facts).map { Self.weight($0, size: size) }.max() ?? .s2
    if isWhole, spokenNew.isEmpty, severity == .s4 { severity = .s5 }
    let kind = classes.min() ?? .wording
    if isTitle { classes.subtract(Self.oneSidedFacts(touchedOld, touchedNew)) }
    return Verdict(classes: classes, severity: severity, kind: kind, old: touchedOld, new: touchedNew)
  }

  private static func weight(_ kind: ChangeClass, size: Int) -> Severity {
    switch kind {
    case .negation, .status: .s5
    case .number, .date, .name, .quote: .s4
    case .title, .attribution, .added, .removed: .s3
    case .wording: size >= 4 ? .s3 : .s2
    }
  }

  /// Classes of which one side has other words than the other.
  private static func differing(_ old: [EditMarks.Mark], _ new: [EditMarks.Mark]) -> Set<ChangeClass> {
    if old.isEmpty && new.isEmpty { return [] }
    func keys(_ marks: [EditMarks.Mark], _ kind: ChangeClass) -> Set<String> {
      marks.reduce(into: []) { if $1.kind == kind { $0.insert($1.key) } }
    }
    return Set((old + new).lazy.map(\.kind)).filter { keys(old, $0) != keys(new, $0) }
  }

  /// Facts of which one side alone has any; `title` says enough of them, as `added` and `removed` do in the body.
  private static func oneSidedFacts(_ old: [EditMarks.Mark], _ new: [EditMarks.Mark]) -> Set<ChangeClass> {
    Set(old.map(\.kind)).symmetricDifference(new.map(\.kind)).intersection([.number, .date, .name])
  }

  /// Changed words that stand in no protected stretch of the classes found.
  private func plain(_ spoken: [Int], _ touched: [EditMarks.Mark], _ classes: Set<ChangeClass>) -> Int {
    spoken.count { at in !touched.contains { classes.contains($0.kind) && $0.range.contains(at) } }
  }

  private func isQuoted(_ old: [Int], _ new: [Int]) -> Bool {
    old.contains { before.quoted[$0] } || new.contains { after.quoted[$0] }
  }

  /// "hai" for "ba": words for numbers count only where one stands for another.
  private func isCount(_ old: [Int], _ new: [Int]) -> Bool {
    func isNumber(_ token: EditToken) -> Bool {
      token.isFigure || UnitWords.counts[token.id] != nil || UnitWords.rough.contains(token.id)
    }
    guard old.count == 1, new.count == 1 else { return false }
    let (a, b) = (before.tokens[old[0]], after.tokens[new[0]])
    return isNumber(a) && isNumber(b) && a.kind != .date && b.kind != .date
  }

  /// One of a pair of opposites on either side; the pair may share a syllable ("xuất khẩu", "nhập khẩu").
  private func turnsRound(_ hunk: EditHunk, _ old: [Int], _ new: [Int]) -> Bool {
    guard !old.isEmpty, !new.isEmpty, max(old.count, new.count) <= 4 else { return false }
    let a = Self.widened(old, hunk.before, before.tokens)
    let b = Self.widened(new, hunk.after, after.tokens)
    return OppositeWords.pairs.contains { x, y in
      let (hasX, hasY) = (Self.holds(a, x), Self.holds(a, y))
      return hasX != hasY && Self.holds(b, x) == hasY && Self.holds(b, y) == hasX
    }
  }

  /// Whether words stand in a row; asked of every pair at every changed place.
  private static func holds(_ words: [EditKey], _ phrase: [EditKey]) -> Bool {
    words.indices.contains { words[$0] == phrase.first && words[$0...].starts(with: phrase) }
  }

  /// The keys of changed words, with the shared word on either side of them.
  private static func widened(_ spoken: [Int], _ range: Range<Int>, _ tokens: [EditToken]) -> [EditKey] {
    let (first, last) = (range.lowerBound - 1, range.upperBound)
    let around = (first >= 0 ? [first] : []) + spoken + (last < tokens.count ? [last] : [])
    return around.map { tokens[$0].id }
  }

  /// Punctuation alone, within two syllables of a negation ("không chờ", "không, chờ").
  private func marksNearNegation(_ hunk: EditHunk, _ old: [Int], _ new: [Int]) -> Bool {
    guard old.allSatisfy({ Self.stops.contains(before.tokens[$0].id) }),
      new.allSatisfy({ Self.stops.contains(after.tokens[$0].id) })
    else { return false }
    let near = max(0, hunk.after.lowerBound - 2)..<min(after.tokens.count, hunk.after.upperBound + 2)
    return after.touching(near).contains { $0.kind == .negation }
  }

  private static let stops = KeySet([",", ".", ";", ":", "?", "!"])

  /// "theo công an" at the head of a stretch that stands on one side only.
  private func dropsSource(_ spoken: [Int], _ side: EditMarks) -> Bool {
    guard (2...12).contains(spoken.count) else { return false }
    return side.tokens[spoken[0]].key == "theo"
  }

  /// A changed place told in words, with the whole of the marks that it touches.
  func change(_ hunk: EditHunk, _ verdict: Verdict) -> Change {
    let (old, new) = (verdict.old, verdict.new)
    let left = max(
      old.map { hunk.before.lowerBound - $0.range.lowerBound }.max() ?? 0,
      new.map { hunk.after.lowerBound - $0.range.lowerBound }.max() ?? 0, 0)
    let right = max(
      old.map { $0.range.upperBound - hunk.before.upperBound }.max() ?? 0,
      new.map { $0.range.upperBound - hunk.after.upperBound }.max() ?? 0, 0)
    let around =
      after.tokens.isEmpty
      ? Self.text(before.tokens, hunk.before, 5, 5) : Self.text(after.tokens, hunk.after, left + 5, right + 5)
    return Change(
      kind: verdict.kind, before: Self.text(before.tokens, hunk.before, left, right),
      after: Self.text(after.tokens, hunk.after, left, right), context: around)
  }

  /// The text of a stretch and of some tokens on either side of it.
  private static func text(_ tokens: [EditToken], _ range: Range<Int>, _ left: Int, _ right: Int) -> String {
    let wide = max(0, range.lowerBound - left)..<min(tokens.count, range.upperBound + right)
    var out = ""
    for token in tokens[wide] where token.kind != .end {
      if !out.isEmpty { out += token.lead }
      out += token.text
    }
    return out
  }
}
