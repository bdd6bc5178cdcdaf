/// Which segments of the copy index should become one, by the documents they hold.
enum MergePlan {
  /// Segments of like size that become one.
  private static let atOnce = 4
  /// What a segment of the lowest level holds less of; each level holds `atOnce` times as much as the one below.
  private static let lowest = 10_000

  private static func level(_ documents: Int) -> Int {
    var (level, size) = (0, lowest)
    while documents >= size { (level, size) = (level + 1, size * atOnce) }
    return level
  }

  /// The places of those to be merged now, none where all is well: the smallest that are enough, and with them every
  /// level that their sum would fill, so that nothing is written twice on end.
  static func next(_ documents: [Int]) -> [Int] {
    let levels = Dictionary(grouping: documents.indices) { level(documents[$0]) }
    guard var now = levels.filter({ $0.value.count >= atOnce }).keys.min(), var chosen = levels[now] else { return [] }
    while true {
      let filled = level(chosen.reduce(0) { $0 + documents[$1] })
      guard filled > now, let next = levels[filled], next.count + 1 >= atOnce else { return chosen.sorted() }
      chosen += next
      now = filled
    }
  }
}
