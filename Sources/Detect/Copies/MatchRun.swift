/// A maximal run of equal syllables in two texts.
struct MatchRun {
  var copy: Int
  var source: Int
  var length: Int

  var copyEnd: Int { copy + length }
  var sourceEnd: Int { source + length }

  /// A gram that stands in more places than this says nothing about where a passage came from.
  private static let mostPlaces = 64

  /// All maximal runs of at least `seed` syllables, by their place in the copy.
  static func all(copy: [UInt64], source: [UInt64], seed: Int) -> [MatchRun] {
    guard copy.count >= seed, source.count >= seed else { return [] }
    return copy.withUnsafeBufferPointer { copy in
      source.withUnsafeBufferPointer { all(copy: copy, source: $0, seed: seed) }
    }
  }

  private static func all(
    copy: UnsafeBufferPointer<UInt64>, source: UnsafeBufferPointer<UInt64>, seed: Int
  ) -> [MatchRun] {
    let places = GramPlaces(source, length: seed)
    var runs: [MatchRun] = []
    for i in 0...(copy.count - seed) {
      var seen = 0
      places.each(gramAt: i, of: copy) { j in
        seen += 1
        guard seen <= mostPlaces else { return }
        // Not the start of a maximal run: found already from the syllable before.
        if i > 0, j > 0, copy[i - 1] == source[j - 1] { return }
        var length = 0
        while i + length < copy.count, j + length < source.count, copy[i + length] == source[j + length] {
          length += 1
        }
        if length >= seed { runs.append(MatchRun(copy: i, source: j, length: length)) }
      }
    }
    return runs
  }

  /// This run, cut where it overlaps, if it goes on from `last` within the gap and the drift.
  func following(_ last: MatchRun, gap: Int, drift: Int) -> MatchRun? {
    guard abs((source - copy) - (last.source - last.copy)) <= drift else { return nil }
    let overlap = max(0, last.copyEnd - copy, last.sourceEnd - source)
    guard overlap < length else { return nil }
    let rest = MatchRun(copy: copy + overlap, source: source + overlap, length: length - overlap)
    guard rest.copy - last.copyEnd <= gap, rest.source - last.sourceEnd <= gap else { return nil }
    return rest
  }

  /// The longest part of the run whose syllables of the copy are not taken.
  func outside(_ taken: [Bool]) -> MatchRun? {
    var best: MatchRun?
    var i = 0
    while i < length {
      var n = 0
      while i + n < length, !taken[copy + i + n] { n += 1 }
      if n > (best?.length ?? 0) { best = MatchRun(copy: copy + i, source: source + i, length: n) }
      i += n + 1
    }
    return best
  }
}

/// Where each gram of a text stands: a hash table of chains, built anew for each pair, so it is kept flat.
private struct GramPlaces {
  private var heads: [Int32]
  private var next: [Int32]
  private let mask: UInt64
  private let length: Int

  init(_ codes: UnsafeBufferPointer<UInt64>, length: Int) {
    var size = 64
    while size < codes.count * 2 { size *= 2 }
    heads = Array(repeating: -1, count: size)
    next = Array(repeating: -1, count: codes.count)
    mask = UInt64(size - 1)
    self.length = length
    for i in stride(from: codes.count - length, through: 0, by: -1) {
      let slot = slot(i, codes)
      next[i] = heads[slot]
      heads[slot] = Int32(i)
    }
  }

  private func slot(_ i: Int, _ codes: UnsafeBufferPointer<UInt64>) -> Int {
    var hash: UInt64 = 0
    for k in i..<(i + length) { hash = hash &* 0x9e37_79b9_7f4a_7c15 &+ codes[k] }
    return Int((hash ^ (hash >> 32)) & mask)
  }

  /// Places whose gram may equal that of `codes` at `i`; the caller compares.
  func each(gramAt i: Int, of codes: UnsafeBufferPointer<UInt64>, _ body: (Int) -> Void) {
    var place = heads[slot(i, codes)]
    while place >= 0 {
      body(Int(place))
      place = next[Int(place)]
    }
  }
}
