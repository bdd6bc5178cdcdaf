/// Numbers keys in the order in which they are first seen, by open addressing: the keys are hashes themselves, and a
/// dictionary's own hashing took longer than the search for differences.
struct KeyNumbers {
  private var slots: [(key: EditKey, number: Int32)]
  private let mask: Int
  private(set) var count = 0

  init(atMost most: Int) {
    var size = 16
    while size < most * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: (EditKey.none, -1), count: size)
  }

  mutating func number(of key: EditKey) -> Int {
    var at = key.mixed & mask
    while slots[at].number >= 0 {
      if slots[at].key == key { return Int(slots[at].number) }
      at = (at + 1) & mask
    }
    slots[at] = (key, Int32(truncatingIfNeeded: count))
    count += 1
    return count - 1
  }
}
