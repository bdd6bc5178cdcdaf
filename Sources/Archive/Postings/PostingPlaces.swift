import Detect

/// The fingerprints of some texts as a run, the hashes in it, and for each text where in these its own stand.
struct PostingPlaces {
  struct Place {
    /// The place in `hashes`; negative for a fingerprint that stands in the text before.
    var hash: Int32
    /// The first syllable of the fingerprint.
    var position: UInt16
  }

  let run: PostingRun
  /// Sorted, each once.
  private(set) var hashes: [UInt64] = []
  /// The places of all texts, each text's together and in its order.
  private var places: [Place]
  private var ranges: [UInt32: Range<Int>] = [:]

  /// `texts`: in the order of their numbers, each with its fingerprints by position.
  init(_ texts: [(document: UInt32, postings: [Posting])]) {
    let count = texts.reduce(0) { $0 + $1.postings.count }
    var keys: [UInt64] = []
    var owners: [UInt32] = []
    keys.reserveCapacity(count)
    owners.reserveCapacity(count)
    for (number, text) in texts.enumerated() {
      ranges[text.document] = keys.count..<(keys.count + text.postings.count)
      for posting in text.postings {
        keys.append(PostingRun.key(posting))
        owners.append(UInt32(number))
      }
    }
    var order = [UInt32](0..<UInt32(count))
    RadixSort.sort(&keys, with: &order)
    run = PostingRun(sorted: keys, order.map { texts[Int(owners[Int($0)])].document })
    places = Array(repeating: Place(hash: -1, position: 0), count: count)
    hashes.reserveCapacity(count)
    var last = [Int32](repeating: -1, count: texts.count)
    for (key, at) in zip(keys, order) {
      if hashes.last != key >> 16 { hashes.append(key >> 16) }
      let (hash, owner) = (Int32(hashes.count - 1), Int(owners[Int(at)]))
      // A fingerprint that stands twice counts where it stands first.
      places[Int(at)] = Place(hash: last[owner] == hash ? -1 : hash, position: UInt16(truncatingIfNeeded: key))
      last[owner] = hash
    }
  }

  /// The places of a text, by position.
  func places(of document: UInt32) -> [Place] {
    ranges[document].map { places[$0].filter { $0.hash >= 0 } } ?? []
  }
}
