/// Sorts numbers, each with a value of its own, by their bytes: the hashes of a group of texts are many and random, and
/// comparing them takes several times as long. Equal keys keep their order.
enum RadixSort {
  static func sort(_ keys: inout [UInt64], with values: inout [UInt32]) {
    let count = min(keys.count, values.count)
    guard count > 1 else { return }
    let counts = Self.counts(keys)
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherValues = [UInt32](repeating: 0, count: values.count)
    for byte in 0..<8 {
      let tally = counts[(byte * 256)..<(byte * 256 + 256)]
      // All alike in this byte.
      if tally.contains(count) { continue }
      var next: [Int] = []
      next.reserveCapacity(256)
      var sum = 0
      for part in tally {
        next.append(sum)
        sum += part
      }
      for (key, value) in zip(keys, values) {
        let digit = Int(key >> (byte * 8) & 0xFF)
        let place = next[digit]
        next[digit] = place + 1
        otherKeys[place] = key
        otherValues[place] = value
      }
      swap(&keys, &otherKeys)
      swap(&values, &otherValues)
    }
  }

  /// How often each byte stands at each of the eight places.
  private static func counts(_ keys: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: 8 * 256)
    for key in keys { for byte in 0..<8 { counts[byte * 256 + Int(key >> (byte * 8) & 0xFF)] += 1 } }
    return counts
  }
}
