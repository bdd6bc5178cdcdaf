/// Phrases by their folded syllables, matched longest first.
struct PhraseBook {
  private var phrases: [UInt64: [[UInt64]]] = [:]
  /// A bit for each remainder that the first syllable of some phrase has: most places of a text are passed over by it.
  private var starts = [UInt64](repeating: 0, count: 64)

  init(_ texts: [String]) {
    for text in texts {
      let codes = SyllableText(text).codes
      guard let first = codes.first else { continue }
      phrases[first, default: []].append(codes)
      starts[Int(first >> 6 & 63)] |= 1 << (first & 63)
    }
    phrases = phrases.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Length of the longest phrase that starts at a place.
  func match(_ codes: [UInt64], at start: Int) -> Int? {
    guard codes.indices.contains(start), mayStart(with: codes[start]) else { return nil }
    return phrases[codes[start]]?.first { codes[start...].starts(with: $0) }?.count
  }

  /// Whether any phrase stands in a text.
  func stands(in codes: [UInt64]) -> Bool { codes.indices.contains { match(codes, at: $0) != nil } }

  /// Length of the longest phrase that ends at a place.
  func match(_ codes: [UInt64], endingAt end: Int) -> Int? {
    (1...4).reversed().first { length in
      end >= length && mayStart(with: codes[end - length])
        && phrases[codes[end - length]]?.contains(Array(codes[(end - length)..<end])) ?? false
    }
  }

  private func mayStart(with code: UInt64) -> Bool { starts[Int(code >> 6 & 63)] >> (code & 63) & 1 == 1 }
}
