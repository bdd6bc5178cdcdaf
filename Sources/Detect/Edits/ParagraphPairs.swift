/// Which paragraphs of a changed stretch stand for which: in order, and alike in their words.
enum ParagraphPairs {
  typealias Side = [BlockPairing.Block]
  typealias Pair = (before: Side, after: Side)

  /// Pairs to compare; a paragraph that has no like stands against nothing. Cut or joined paragraphs stay together.
  static func of(_ before: Side, _ after: Side) -> [Pair] {
    guard before.count + after.count > 2, !before.isEmpty, !after.isEmpty, before.count * after.count <= 40_000 else {
      if before.isEmpty || after.isEmpty { return before.map { ([$0], []) } + after.map { ([], [$0]) } }
      return [(before, after)]
    }
    let pairs = aligned(before, after)
    let cost = pairs.reduce(0) { $0 + changed($1.before, $1.after) }
    // The whole is never dearer: it is taken only where pairing would call shared words changed. What the two sides
    // have of each word is counted first, as that alone mostly settles it.
    if cost <= leastChanged(before, after) * 5 / 4 + 4 { return pairs }
    let allowed = changed(before, after) * 5 / 4 + 4
    return cost <= allowed ? pairs : [(before, after)]
  }

  private static func changed(_ before: Side, _ after: Side) -> Int {
    func keys(_ side: Side) -> [EditKey] { side.flatMap { $0.tokens.map(\.id) } }
    return SequenceDiff.hunks(keys(before), keys(after)).reduce(0) { $0 + $1.before.count + $1.after.count }
  }

  /// Words that one side has more often than the other: so many are changed at least.
  private static func leastChanged(_ before: Side, _ after: Side) -> Int {
    let size = (before + after).reduce(0) { $0 + $1.tokens.count }
    var numbers = KeyNumbers(atMost: size)
    var counts = Array(repeating: 0, count: size)
    for block in before { for token in block.tokens { counts[numbers.number(of: token.id)] += 1 } }
    for block in after { for token in block.tokens { counts[numbers.number(of: token.id)] -= 1 } }
    return counts.reduce(0) { $0 + abs($1) }
  }

  /// The pairing in order with the most words shared.
  private static func aligned(_ before: Side, _ after: Side) -> [Pair] {
    let bags = bags(before, after)
    var best = Array(repeating: Array(repeating: 0.0, count: after.count + 1), count: before.count + 1)
    var like = best
    for i in before.indices.reversed() {
      for j in after.indices.reversed() {
        like[i][j] = likeness(bags.before[i], bags.after[j])
        let paired = like[i][j] >= 0.3 ? like[i][j] + best[i + 1][j + 1] : 0
        best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
      }
    }
    var out: [Pair] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, j < after.count, like[i][j] >= 0.3, best[i][j] == like[i][j] + best[i + 1][j + 1] {
        out.append(([before[i]], [after[j]]))
        (i, j) = (i + 1, j + 1)
      } else if j == after.count || (i < before.count && best[i][j] == best[i + 1][j]) {
        out.append(([before[i]], []))
        i += 1
      } else {
        out.append(([], [after[j]]))
        j += 1
      }
    }
    return out
  }

  /// The words of each paragraph as sorted numbers, the same on both sides.
  private static func bags(_ before: Side, _ after: Side) -> (before: [[Int]], after: [[Int]]) {
    var numbers = KeyNumbers(atMost: (before + after).reduce(0) { $0 + $1.tokens.count })
    func bag(_ block: BlockPairing.Block) -> [Int] {
      var bag: [Int] = []
      for token in block.tokens where token.isSpoken {
        bag.append(numbers.number(of: token.id))
      }
      return bag.sorted()
    }
    return (before.map(bag), after.map(bag))
  }

  /// Dice's coefficient of two sorted bags of words.
  private static func likeness(_ a: [Int], _ b: [Int]) -> Double {
    let total = a.count + b.count
    if total == 0 || Double(2 * min(a.count, b.count)) < 0.3 * Double(total) { return 0 }
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2 * Double(shared) / Double(total)
  }
}
