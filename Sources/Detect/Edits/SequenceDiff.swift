/// Myers' linear-space difference ("An O(ND) Difference Algorithm", 1986) of two sequences.
package enum SequenceDiff {
  /// A stretch of the one sequence that stands for a stretch of the other.
  package struct Hunk: Equatable {
    package var before: Range<Int>
    package var after: Range<Int>
  }

  /// Differences beyond this are not searched for: the stretch counts as replaced, so that hostile pages cost little.
  private static let deepest = 2500

  /// The stretches in which two sequences differ, in order, never touching each other.
  static func hunks(_ before: [EditKey], _ after: [EditKey]) -> [Hunk] {
    var numbers = KeyNumbers(atMost: before.count + after.count)
    return hunks(before, after) { keys in keys.map { numbers.number(of: $0) } }
  }

  /// The same of codes, which are told apart as fast as numbers are.
  static func hunks(_ before: [UInt64], _ after: [UInt64]) -> [Hunk] {
    hunks(before, after) { codes in codes.map { Int(truncatingIfNeeded: $0) } }
  }

  /// The same of other elements.
  static func hunks<Element: Hashable>(_ before: [Element], _ after: [Element]) -> [Hunk] {
    var ids: [Element: Int] = [:]
    return hunks(before, after) { elements in
      elements.map { element in
        if let id = ids[element] { return id }
        ids[element] = ids.count
        return ids.count - 1
      }
    }
  }

  private static func hunks<Element: Equatable>(
    _ before: [Element], _ after: [Element], _ numbered: (ArraySlice<Element>) -> [Int]
  ) -> [Hunk] {
    if before.count + after.count <= long { return trimmed(before, after, numbered) }
    let (old, new) = (numbered(before[...]), numbered(after[...]))
    var search = Search(before: old, after: new)
    var (a, b) = (0, 0)
    // What stands once in either text is taken for the same there: the search is left with the short gaps between.
    for anchor in SequenceAnchors.all(old, new) {
      search.compare(a..<anchor.before, b..<anchor.after)
      (a, b) = (anchor.before + 1, anchor.after + 1)
    }
    search.compare(a..<old.count, b..<new.count)
    return search.hunks
  }

  /// What both share at the start and at the end is not looked at any further.
  private static func trimmed<Element: Equatable>(
    _ before: [Element], _ after: [Element], _ numbered: (ArraySlice<Element>) -> [Int]
  ) -> [Hunk] {
    let shorter = min(before.count, after.count)
    var (start, end) = (0, 0)
    while start < shorter, before[start] == after[start] { start += 1 }
    while end < shorter - start, before[before.count - 1 - end] == after[after.count - 1 - end] { end += 1 }
    if start + end == before.count, before.count == after.count { return [] }
    let old = numbered(before[start..<(before.count - end)])
    let new = numbered(after[start..<(after.count - end)])
    var search = Search(before: old, after: new)
    search.compare(old.indices, new.indices)
    return search.hunks.map {
      Hunk(
        before: ($0.before.lowerBound + start)..<($0.before.upperBound + start),
        after: ($0.after.lowerBound + start)..<($0.after.upperBound + start))
    }
  }

  /// Tokens of both sides from which on anchors are worth looking for.
  private static let long = 4_000

  /// The same of words.
  package static func hunks(ofWords before: [String], _ after: [String]) -> [Hunk] {
    hunks(before.map(EditKey.init), after.map(EditKey.init))
  }

  private struct Search {
    let before: [Int]
    let after: [Int]
    var hunks: [Hunk] = []
    var forward: [Int]
    var backward: [Int]

    init(before: [Int], after: [Int]) {
      self.before = before
      self.after = after
      let width = 2 * (min(before.count + after.count, 2 * deepest) + 2) + 1
      forward = Array(repeating: 0, count: width)
      backward = forward
    }

    mutating func compare(_ a: Range<Int>, _ b: Range<Int>) {
      var (a, b) = (a, b)
      while let x = a.first, let y = b.first, before[x] == after[y] {
        a = (x + 1)..<a.upperBound
        b = (y + 1)..<b.upperBound
      }
      while let x = a.last, let y = b.last, before[x] == after[y] {
        a = a.lowerBound..<x
        b = b.lowerBound..<y
      }
      if a.isEmpty && b.isEmpty { return }
      guard !a.isEmpty, !b.isEmpty, !isReplaced(a, b), let (x, y) = middle(a, b) else { return append(a, b) }
      compare(a.lowerBound..<x, b.lowerBound..<y)
      compare(x..<a.upperBound, y..<b.upperBound)
    }

    /// Whether one element stands for others among which it is not, as at most changed places.
    private func isReplaced(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
      a.count == 1 && !after[b].contains(before[a.lowerBound])
        || b.count == 1 && !before[a].contains(after[b.lowerBound])
    }

    private mutating func append(_ a: Range<Int>, _ b: Range<Int>) {
      if let last = hunks.last, last.before.upperBound == a.lowerBound, last.after.upperBound == b.lowerBound {
        hunks[hunks.count - 1] = Hunk(
          before: last.before.lowerBound..<a.upperBound, after: last.after.lowerBound..<b.upperBound)
      } else {
        hunks.append(Hunk(before: a, after: b))
      }
    }

    /// A point on a shortest path where the search from both ends meets; nil where there is none inside.
    private mutating func middle(_ a: Range<Int>, _ b: Range<Int>) -> (Int, Int)? {
      let (n, m) = (a.count, b.count)
      let delta = n - m
      let limit = min((n + m + 1) / 2, deepest)
      let origin = forward.count / 2
      forward[origin + 1] = 0
      backward[origin + 1] = 0
      for d in 0...limit {
        for k in stride(from: -d, through: d, by: 2) {
          let down = k == -d || (k != d && forward[origin + k - 1] < forward[origin + k + 1])
          var x = down ? forward[origin + k + 1] : forward[origin + k - 1] + 1
          while x < n, x - k >= 0, x - k < m, before[a.lowerBound + x] == after[b.lowerBound + x - k] { x += 1 }
          forward[origin + k] = x
          let other = delta - k
          if delta % 2 != 0, abs(other) < d, x + backward[origin + other] >= n {
            return inside(a, b, x, x - k)
          }
        }
        for k in stride(from: -d, through: d, by: 2) {
          let down = k == -d || (k != d && backward[origin + k - 1] < backward[origin + k + 1])
          var x = down ? backward[origin + k + 1] : backward[origin + k - 1] + 1
          while x < n, x - k >= 0, x - k < m,
            before[a.upperBound - 1 - x] == after[b.upperBound - 1 - (x - k)]
          { x += 1 }
          backward[origin + k] = x
          let other = delta - k
          if delta % 2 == 0, abs(other) <= d, x + forward[origin + other] >= n {
            return inside(a, b, n - x, m - (x - k))
          }
        }
      }
      return nil
    }

    private func inside(_ a: Range<Int>, _ b: Range<Int>, _ x: Int, _ y: Int) -> (Int, Int)? {
      guard (0...a.count).contains(x), (0...b.count).contains(y), x + y > 0, x + y < a.count + b.count else {
        return nil
      }
      return (a.lowerBound + x, b.lowerBound + y)
    }
  }
}
