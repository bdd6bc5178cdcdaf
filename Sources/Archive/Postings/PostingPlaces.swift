/// The hashes of a run, and for each of its documents where in them its own stand: found in one walk along the run.
struct PostingPlaces {
  struct Place {
    /// The place in `hashes`.
    var hash: Int32
    /// The first syllable of the fingerprint.
    var position: UInt16
  }

  /// Sorted, each once.
  private(set) var hashes: [UInt64] = []
  /// The places of all documents: each document's together, by position.
  private var places: [Place] = []
  private var ranges: [UInt32: Range<Int>] = [:]

  init(_ run: PostingRun) {
    hashes.reserveCapacity(run.count)
    let documents = Set(run.documents).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($1, $0) })
    let isDense = documents.last.map { Int($0 - documents[0]) == documents.count - 1 } ?? false
    var last = [UInt32](repeating: .max, count: documents.count)
    var keys: [UInt64] = []
    var values: [UInt32] = []
    keys.reserveCapacity(run.count)
    values.reserveCapacity(run.count)
    for (key, document) in zip(run.keys, run.documents) {
      if hashes.last != key >> 16 { hashes.append(key >> 16) }
      let number = isDense ? Int(document - documents[0]) : numbers[document] ?? 0
      let hash = UInt32(hashes.count - 1)
      // A fingerprint that stands twice counts where it stands first.
      if last[number] == hash { continue }
      last[number] = hash
      keys.append(UInt64(number) << 16 | key & 0xFFFF)
      values.append(hash)
    }
    RadixSort.sort(&keys, with: &values)
    places = zip(keys, values).map { Place(hash: Int32($1), position: UInt16(truncatingIfNeeded: $0)) }
    var start = 0
    for (number, document) in documents.enumerated() {
      var end = start
      while end < keys.count, keys[end] >> 16 == number { end += 1 }
      ranges[document] = start..<end
      start = end
    }
  }

  /// The places of a document by position; they are given once.
  mutating func take(_ document: UInt32) -> [Place] {
    ranges.removeValue(forKey: document).map { Array(places[$0]) } ?? []
  }
}
