/// A text that can be cut at its syllables.
public struct SlicedText: Sendable {
  let codes: [UInt64]
  private let bytes: [UInt8]
  /// Where each syllable starts and ends in `bytes`.
  private let bounds: [(start: Int32, end: Int32)]

  /// `syllables`: those of `text`.
  public init(_ text: String, _ syllables: SyllableText) {
    bytes = Array(text.utf8)
    codes = syllables.codes
    bounds = Self.bounds(of: syllables, in: bytes)
  }

  init(_ text: String) { self.init(text, SyllableText(text)) }

  /// The syllables of each line that holds any words.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for end in codes.indices.dropFirst() where startsLine(end) {
      lines.append(start..<end)
      start = end
    }
    if start < codes.count { lines.append(start..<codes.count) }
    return lines
  }

  /// The words of these syllables with what stands between them, on one line.
  func words(_ range: Range<Int>) -> String {
    var line: [UInt8] = []
    appendWords(range, to: &line)
    return String(decoding: line, as: UTF8.self)
  }

  /// Appends the UTF-8 of `words`.
  func appendWords(_ range: Range<Int>, to line: inout [UInt8]) {
    if let last = range.last { append(Int(bounds[range.lowerBound].start)..<Int(bounds[last].end), to: &line) }
  }

  /// Appends what stands between a syllable and the one before it.
  func appendGap(before index: Int, to line: inout [UInt8]) {
    if index > 0 { append(place(ofGapBefore: index), to: &line) }
  }

  /// Whether what stands between a syllable and the one before it ends a sentence, and how many quotation marks more
  /// open in it than close.
  func boundary(before index: Int) -> (endsSentence: Bool, quotes: Int) {
    guard index > 0 else { return (true, 0) }
    let gap = place(ofGapBefore: index)
    if isSpace(gap) { return (false, 0) }
    var (hasStop, hasSpace, quotes) = (false, false, 0)
    for scalar in self.gap(before: index) {
      switch scalar {
      case ".", "!", "?", "…": hasStop = true
      case "\n": (hasStop, hasSpace) = (true, true)
      case " ": hasSpace = true
      case "“", "«": quotes += 1
      case "”", "»": quotes -= 1
      default: break
      }
    }
    return (hasStop && hasSpace, quotes)
  }

  /// The rest of the line in front of a syllable, outward.
  func lineBefore(_ index: Int) -> [UInt64] {
    var start = index
    while start > 0, !startsLine(start) { start -= 1 }
    return codes[start..<index].reversed()
  }

  /// The rest of the line from a syllable on.
  func lineAfter(_ index: Int) -> [UInt64] {
    var end = index
    while end < codes.count, !startsLine(end) { end += 1 }
    return Array(codes[index..<end])
  }

  func startsLine(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let gap = place(ofGapBefore: index)
    return !isSpace(gap) && bytes[gap].contains(0x0A)
  }

  /// What stands between a syllable and the one before it, or the start or end of the text.
  func gap(before index: Int) -> String.UnicodeScalarView {
    String(decoding: bytes[place(ofGapBefore: index)], as: UTF8.self).unicodeScalars
  }

  private func place(ofGapBefore index: Int) -> Range<Int> {
    (index > 0 ? Int(bounds[index - 1].end) : 0)..<(index < bounds.count ? Int(bounds[index].start) : bytes.count)
  }

  /// Most syllables are parted by a space alone.
  private func isSpace(_ gap: Range<Int>) -> Bool { gap.count == 1 && bytes[gap.lowerBound] == 0x20 }

  private func append(_ range: Range<Int>, to line: inout [UInt8]) {
    let start = line.count
    line.append(contentsOf: bytes[range])
    for at in start..<line.count where line[at] == 0x0A { line[at] = 0x20 }
  }

  /// The places of syllables, which are told in scalars, in bytes.
  private static func bounds(of syllables: SyllableText, in bytes: [UInt8]) -> [(start: Int32, end: Int32)] {
    var bounds: [(start: Int32, end: Int32)] = []
    bounds.reserveCapacity(syllables.codes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var walk = ScalarWalk()
      for syllable in syllables.codes.indices {
        let start = walk.place(ofScalar: syllables.start(syllable), in: bytes)
        bounds.append((start, walk.place(ofScalar: syllables.end(syllable), in: bytes)))
      }
    }
    return bounds
  }
}

/// Counts the scalars of UTF-8 on the way along it.
private struct ScalarWalk {
  private var at = 0
  private var scalar = 0

  @inline(__always)
  mutating func place(ofScalar wanted: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    while scalar < wanted {
      let lead = bytes[at]
      at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      scalar += 1
    }
    return Int32(at)
  }
}
