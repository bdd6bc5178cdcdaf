/// Carries a passage past a changed word near the start or end of a line, where no seed fits any more.
struct PassageEdge {
  let copy: SlicedText
  let source: SlicedText

  /// Syllables that may differ at an edge.
  private static let most = 4
  /// Equal syllables that show the passage goes on.
  private static let enough = 3

  func extended(_ passage: Passage) -> Passage {
    let before = step(
      copy: copy.lineBefore(passage.copy.lowerBound), source: source.lineBefore(passage.source.lowerBound))
    let after = step(
      copy: copy.lineAfter(passage.copy.upperBound), source: source.lineAfter(passage.source.upperBound))
    return Passage(
      copy: (passage.copy.lowerBound - before.copy)..<(passage.copy.upperBound + after.copy),
      source: (passage.source.lowerBound - before.source)..<(passage.source.upperBound + after.source))
  }

  /// How far to go outward, given the rest of each line from the edge on; the fewest words skipped that will do.
  private func step(copy: [UInt64], source: [UInt64]) -> (copy: Int, source: Int) {
    for total in stride(from: 1, through: 2 * Self.most, by: 1) {
      for skipped in max(0, total - Self.most)...min(Self.most, total) {
        let other = total - skipped
        guard skipped <= copy.count, other <= source.count else { continue }
        let run = zip(copy[skipped...], source[other...]).prefix { $0 == $1 }.count
        let isWholeLine = skipped + run == copy.count && other + run == source.count
        if run >= Self.enough || isWholeLine && (run > 0 || skipped > 0 && other > 0) {
          return (skipped + run, other + run)
        }
      }
    }
    return (0, 0)
  }
}
