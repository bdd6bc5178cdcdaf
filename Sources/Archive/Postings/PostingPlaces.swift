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
  private var places: [UInt32: [Place]] = [:]

  init(_ run: PostingRun) {
    hashes.reserveCapacity(run.count)
    let documents = Set(run.documents).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($1, $0) })
    var lists = [[Place]](repeating: [], count: documents.count)
    let isDense = documents.last.map { Int($0 - documents[0]) == documents.count - 1 } ?? false
    for (key, document) in zip(run.keys, run.documents) {
      if hashes.last != key >> 16 { hashes.append(key >> 16) }
      let number = isDense ? Int(document - documents[0]) : numbers[document] ?? 0
      let place = Place(hash: Int32(hashes.count - 1), position: UInt16(truncatingIfNeeded: key))
      // A fingerprint that stands twice counts where it stands first.
      if lists[number].last?.hash != place.hash { lists[number].append(place) }
    }
    for (document, list) in zip(documents, lists) {
      places[document] = list.sorted { ($0.position, $0.hash) < ($1.position, $1.hash) }
    }
  }

  /// The places of a document by position; they are given once.
  mutating func take(_ document: UInt32) -> [Place] { places.removeValue(forKey: document) ?? [] }
}
