/// Which documents hold the hashes that were asked for, and where.
struct Holders {
  struct Holder {
    var document: UInt32
    var position: UInt16
  }

  /// Holders of a hash that are read: a hash with more is a turn of speech, whatever clusters they make.
  static let most = 512

  private var counts: [Int32]
  private var found: [(index: Int32, holder: Holder)] = []
  private var starts: [Int32] = []
  private var sorted: [Holder] = []

  init(hashes: Int) { counts = Array(repeating: 0, count: hashes) }

  func wantsMore(of index: Int) -> Bool { counts[index] < Self.most }

  mutating func add(_ index: Int, _ document: UInt32, _ position: UInt16) {
    counts[index] += 1
    found.append((Int32(index), Holder(document: document, position: position)))
  }

  /// Puts the holders of each hash together, in the order in which they were found.
  mutating func close() {
    starts = Array(repeating: 0, count: counts.count + 1)
    for (i, count) in counts.enumerated() { starts[i + 1] = starts[i] + count }
    var next = starts
    sorted = Array(repeating: Holder(document: 0, position: 0), count: found.count)
    for (index, holder) in found {
      sorted[Int(next[Int(index)])] = holder
      next[Int(index)] += 1
    }
    found = []
  }

  subscript(_ index: Int) -> ArraySlice<Holder> { sorted[Int(starts[index])..<Int(starts[index + 1])] }
}
