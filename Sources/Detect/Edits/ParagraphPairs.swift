/// Which paragraphs of a changed stretch stand for which: in order, and alike in their words.
enum ParagraphPairs {
  typealias Side = [BlockPairing.Block]
  typealias Pair = (before: Side, after: Side)

  /// Pairs to compare; a paragraph that has no like stands against nothing. Cut or joined paragraphs stay together.
  static func of(_ before: Side, _ after: Side) -> [Pair] {
    guard before.count + after.count > 2, !before.isEmpty, !after.isEmpty, before.count * after.count <= 2500 else {
      if before.isEmpty || after.isEmpty { return before.map { ([$0], []) } + after.map { ([], [$0]) } }
      return [(before, after)]
    }
    let pairs = aligned(before, after)
    let cost = pairs.reduce(0) { $0 + changed($1.before, $1.after) }
    // The whole is never dearer: it is taken only where pairing would call shared words changed.
    let allowed = changed(before, after) * 5 / 4 + 4
    return cost <= allowed ? pairs : [(before, after)]
  }

  private static func changed(_ before: Side, _ after: Side) -> Int {
    func keys(_ side: Side) -> [String] { side.flatMap { $0.tokens.map(\.key) } }
    return SequenceDiff.hunks(keys(before), keys(after)).reduce(0) { $0 + $1.before.count + $1.after.count }
  }

  /// The pairing in order with the most words shared.
  private static func aligned(_ before: Side, _ after: Side) -> [Pair] {
    let bags = (before.map { bag($0.tokens) }, after.map { bag($0.tokens) })
    var best = Array(repeating: Array(repeating: 0.0, count: after.count + 1), count: before.count + 1)
    var like = best
    for i in before.indices.reversed() {
      for j in after.indices.reversed() {
        like[i][j] = likeness(bags.0[i], bags.1[j])
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

  private static func bag(_ tokens: [EditToken]) -> [String: Int] {
    Dictionary(tokens.filter(\.isSpoken).map { ($0.key, 1) }, uniquingKeysWith: +)
  }

  /// Dice's coefficient of two bags of words.
  private static func likeness(_ a: [String: Int], _ b: [String: Int]) -> Double {
    let shared = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
    let total = a.values.reduce(0, +) + b.values.reduce(0, +)
    return total == 0 ? 0 : 2 * Double(shared) / Double(total)
  }
}
