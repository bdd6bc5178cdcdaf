/// Which paragraphs of two texts stand for which: shared ones, moved ones, and pairs of changed ones.
enum BlockPairing {
  /// A paragraph with the tokens it is compared by; none where it is the same on both sides.
  struct Block {
    var text: String
    var tokens: [EditToken] = []

    static func read(_ text: String) -> Block { Block(text: text, tokens: EditTokenizer.tokens(of: text) + [.end]) }
  }

  struct Row {
    var kind: DiffRow.Kind
    var before: [Block] = []
    var after: [Block] = []
  }

  static func rows(_ before: [String], _ after: [String]) -> [Row] {
    let (old, new) = (before.map(EditKey.init), after.map(EditKey.init))
    let gaps = SequenceDiff.hunks(old, new)
    var away = moved(gaps, old, new)
    var here = away
    var rows: [Row] = []
    var at = 0
    for gap in gaps {
      rows += same(before[at..<gap.before.lowerBound])
      rows += changed(
        gap.before.map { (before[$0], take(old[$0], &away)) }, gap.after.map { (after[$0], take(new[$0], &here)) })
      at = gap.before.upperBound
    }
    return rows + same(before[at...])
  }

  private static func same(_ blocks: ArraySlice<String>) -> [Row] {
    blocks.map { Row(kind: .same, before: [Block(text: $0)], after: [Block(text: $0)]) }
  }

  /// How often each paragraph left one place and came to another.
  private static func moved(_ gaps: [SequenceDiff.Hunk], _ before: [EditKey], _ after: [EditKey]) -> [EditKey: Int] {
    let gone = Dictionary(gaps.flatMap { before[$0.before] }.map { ($0, 1) }, uniquingKeysWith: +)
    let come = Dictionary(gaps.flatMap { after[$0.after] }.map { ($0, 1) }, uniquingKeysWith: +)
    return gone.reduce(into: [:]) { $0[$1.key] = min($1.value, come[$1.key] ?? 0) }
  }

  private static func take(_ block: EditKey, _ counts: inout [EditKey: Int]) -> Bool {
    guard let left = counts[block], left > 0 else { return false }
    counts[block] = left - 1
    return true
  }

  /// The rows of one changed stretch; a moved paragraph stands before the row of the one that followed it.
  private static func changed(_ before: [(text: String, moved: Bool)], _ after: [(text: String, moved: Bool)]) -> [Row]
  {
    var (left, right) = (before[...], after[...])
    var rows: [Row] = []
    func takeMoved() {
      while let first = left.first, first.moved {
        rows.append(Row(kind: .movedAway, before: [Block(text: left.removeFirst().text)]))
      }
      while let first = right.first, first.moved {
        rows.append(Row(kind: .movedHere, after: [Block(text: right.removeFirst().text)]))
      }
    }
    let stay = before.filter { !$0.moved }.map { Block.read($0.text) }
    let come = after.filter { !$0.moved }.map { Block.read($0.text) }
    for pair in ParagraphPairs.of(stay, come) {
      takeMoved()
      let kind: DiffRow.Kind = pair.before.isEmpty ? .added : pair.after.isEmpty ? .removed : .changed
      rows.append(Row(kind: kind, before: pair.before, after: pair.after))
      skip(pair.before.count, in: &left)
      skip(pair.after.count, in: &right)
    }
    takeMoved()
    return rows
  }

  /// Drops so many paragraphs that stayed; moved ones between them are left for the next row.
  private static func skip(_ count: Int, in side: inout ArraySlice<(text: String, moved: Bool)>) {
    for _ in 0..<count {
      if let at = side.firstIndex(where: { !$0.moved }) { side.remove(at: at) }
    }
  }
}
