import Detect

/// Postings held in memory, sorted by hash.
struct PostingRun: Sendable {
  /// The hash in the upper 48 bits of each, the position (65,535 at most) below it.
  private(set) var keys: [UInt64] = []
  private(set) var documents: [UInt32] = []

  var count: Int { keys.count }
  var lastDocument: UInt32 { documents.max() ?? 0 }

  init() {}

  /// The postings of one text.
  init(document: UInt32, postings: [Posting]) { self.init([(document, postings)]) }

  /// The postings of some texts, whose numbers ascend.
  init(_ texts: [(document: UInt32, postings: [Posting])]) {
    self.init(reservingCapacity: texts.reduce(0) { $0 + $1.postings.count })
    for (document, postings) in texts {
      for posting in postings { append(Self.key(posting), document) }
    }
    RadixSort.sort(&keys, with: &documents)
  }

  /// Postings that are sorted already.
  init(sorted keys: [UInt64], _ documents: [UInt32]) { (self.keys, self.documents) = (keys, documents) }

  static func key(_ posting: Posting) -> UInt64 { posting.hash << 16 | UInt64(min(posting.position, 0xFFFF)) }

  init(reservingCapacity count: Int) {
    keys.reserveCapacity(count)
    documents.reserveCapacity(count)
  }

  /// The next posting of a run that is made in order.
  mutating func append(_ key: UInt64, _ document: UInt32) {
    keys.append(key)
    documents.append(document)
  }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
  }

  /// One run of many, pair by pair, so that each posting moves as often as the number of runs has bits.
  static func merged(_ runs: [PostingRun]) -> PostingRun {
    var runs = runs
    while runs.count > 1 {
      var next: [PostingRun] = []
      next.reserveCapacity((runs.count + 1) / 2)
      for i in stride(from: 0, to: runs.count, by: 2) {
        next.append(i + 1 < runs.count ? merged(runs[i], runs[i + 1]) : runs[i])
      }
      runs = next
    }
    return runs.first ?? PostingRun()
  }

  private static func merged(_ a: PostingRun, _ b: PostingRun) -> PostingRun {
    let count = a.count + b.count
    var result = PostingRun()
    result.keys = Array(unsafeUninitializedCapacity: count) { keys, keyed in
      result.documents = Array(unsafeUninitializedCapacity: count) { documents, made in
        var (i, j) = (0, 0)
        for at in 0..<count {
          if j == b.count || i < a.count && a.keys[i] <= b.keys[j] {
            keys.initializeElement(at: at, to: a.keys[i])
            documents.initializeElement(at: at, to: a.documents[i])
            i += 1
          } else {
            keys.initializeElement(at: at, to: b.keys[j])
            documents.initializeElement(at: at, to: b.documents[j])
            j += 1
          }
        }
        made = count
      }
      keyed = count
    }
    return result
  }

  /// The postings of some of the documents.
  func filter(_ isKept: (UInt32) -> Bool) -> PostingRun {
    var result = PostingRun()
    for i in keys.indices where isKept(documents[i]) { result.append(keys[i], documents[i]) }
    return result
  }

  /// Adds the holders of each hash; `hashes` are sorted and each stands once.
  func find(_ hashes: [UInt64], into holders: inout Holders) {
    var at = 0
    for (index, hash) in hashes.enumerated() {
      at = firstIndex(notBefore: hash, from: at)
      var found = at
      while found < keys.count, keys[found] >> 16 == hash, holders.wantsMore(of: index) {
        holders.add(index, documents[found], UInt16(truncatingIfNeeded: keys[found]))
        found += 1
      }
      if at == keys.count { return }
    }
  }

  /// Gallops, as the hashes asked for come in order and may stand close together or far apart.
  private func firstIndex(notBefore hash: UInt64, from start: Int) -> Int {
    let key = hash << 16
    var step = 1
    var low = start
    var high = start
    while high < keys.count, keys[high] < key {
      low = high + 1
      high += step
      step *= 2
    }
    high = min(high, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
