/// Places of two long sequences that surely stand for each other: the first elements of runs that stand once in either
/// (Bram Cohen's patience difference, on runs in the place of lines).
enum SequenceAnchors {
  /// Long enough that syllables, each of which is everywhere, make something that is not.
  private static let run = 4

  /// Anchors in the order of both sequences.
  static func all(_ before: [Int], _ after: [Int]) -> [(before: Int, after: Int)] {
    var (old, new) = (RunTable(before.count), RunTable(after.count))
    let keys = keys(before)
    for (place, key) in keys.enumerated() { old.note(key, at: place) }
    for (place, key) in Self.keys(after).enumerated() { new.note(key, at: place) }
    let common = keys.enumerated().compactMap { place, key -> (before: Int, after: Int)? in
      guard old.place(of: key) == place, let other = new.place(of: key), same(before, place, after, other) else {
        return nil
      }
      return (place, other)
    }
    return longest(common)
  }

  /// The hash of the run that starts at each place.
  private static func keys(_ elements: [Int]) -> [UInt64] {
    guard elements.count >= run else { return [] }
    return (0...(elements.count - run)).map { start in
      var key: UInt64 = 1
      for at in start..<(start + run) {
        key = (key ^ UInt64(truncatingIfNeeded: elements[at])) &* 0x9E37_79B9_7F4A_7C15
        key ^= key >> 29
      }
      return key
    }
  }

  /// The place of each run, by open addressing; of one that stands twice, none.
  private struct RunTable {
    private var slots: [(key: UInt64, place: Int32)]
    private let mask: Int

    init(_ count: Int) {
      var size = 16
      while size < count * 2 { size *= 2 }
      mask = size - 1
      slots = Array(repeating: (0, -2), count: size)
    }

    private func slot(_ key: UInt64) -> Int {
      var at = Int(truncatingIfNeeded: key >> 20) & mask
      while slots[at].place != -2, slots[at].key != key { at = (at + 1) & mask }
      return at
    }

    mutating func note(_ key: UInt64, at place: Int) {
      let at = slot(key)
      slots[at] = (key, slots[at].place == -2 ? Int32(place) : -1)
    }

    func place(of key: UInt64) -> Int? {
      let place = slots[slot(key)].place
      return place < 0 ? nil : Int(place)
    }
  }

  private static func same(_ before: [Int], _ a: Int, _ after: [Int], _ b: Int) -> Bool {
    before[a..<(a + run)].elementsEqual(after[b..<(b + run)])
  }

  /// The longest chain whose places rise on both sides.
  private static func longest(_ pairs: [(before: Int, after: Int)]) -> [(before: Int, after: Int)] {
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].after < pair.after { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(before: Int, after: Int)] = []
    var at = ends.last ?? -1
    while at >= 0 {
      chain.append(pairs[at])
      at = previous[at]
    }
    return chain.reversed()
  }
}
