/// What one pass over a document's bytes tells: whether they are UTF-8, and what of them needs care.
struct TextScan {
  /// Well-formed UTF-8 (Unicode table 3-7).
  private(set) var isUTF8 = true
  /// Characters that XML forbids: C0 controls but tab and line ends, U+FFFE and U+FFFF.
  private(set) var hasForbidden = false
  /// Combining marks U+0300 to U+036F, which may be joined with their letters.
  private(set) var hasMarks = false

  /// Four words at once: the compiler makes vectors of them on any machine.
  private typealias Words = SIMD4<UInt64>
  private static let width = 32

  init(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { scan($0) } }

  /// Thirty-two bytes at a time while they are of the usual kind, else one character at a time.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    guard var at = step(bytes, 0, upTo: min(2, bytes.count)) else { return }
    while at + Self.width <= bytes.count {
      if Self.isUsual(raw, at) {
        at += Self.width
      } else {
        guard let end = step(bytes, Self.characterStart(bytes, at), upTo: at + Self.width) else { return }
        at = end
      }
    }
    _ = step(bytes, Self.characterStart(bytes, at), upTo: bytes.count)
  }

  /// Whether every byte continues what stands before it, and none is a control or begins a rare character.
  @inline(__always)
  private static func isUsual(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    func load(_ offset: Int) -> Words { raw.loadUnaligned(fromByteOffset: offset, as: Words.self) }
    let highs = Words(repeating: 0x8080_8080_8080_8080)
    let words = load(at)
    let first = load(at - 1)
    let second = load(at - 2)
    let double = words &<< 1
    let continues = words & ~double
    // The high bit of each byte: a lead byte one before, or one of three bytes two before. A lead byte of four is rare,
    // and the slower step that reads it ends behind its character.
    let expected = (first & first &<< 1) | (second & second &<< 1 & second &<< 2)
    let low = words & ~highs
    let control = ~(words | (low &+ each(0x60))) & ~zeros(words ^ each(0x0A))
    let pairs = words & each(0xFE)
    let rare =
      zeros(pairs ^ each(0xC0)) | zeros(pairs ^ each(0xCC)) | zeros(words ^ each(0xE0))
      | zeros((words & each(0xFD)) ^ each(0xED)) | (words & double & words &<< 2 & words &<< 3)
    let unusual = ((continues ^ expected) | control | rare) & highs
    return unusual[0] | unusual[1] | unusual[2] | unusual[3] == 0
  }

  /// The same byte everywhere.
  @inline(__always)
  private static func each(_ byte: UInt64) -> Words { Words(repeating: byte &* 0x0101_0101_0101_0101) }

  /// The high bit of every byte that is zero.
  @inline(__always)
  private static func zeros(_ words: Words) -> Words {
    let sevens = each(0x7F)
    return ~(((words & sevens) &+ sevens) | words)
  }

  /// The start of the character that the byte at `at`, or the one before it, belongs to.
  private static func characterStart(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    for start in stride(from: at - 1, through: max(0, at - 3), by: -1) where bytes[start] >= 0xC0 {
      let length = UTF8Sequence.length(bytes, start)
      return length == 0 || start + length > at ? start : at
    }
    return at
  }

  /// Reads characters until `end` is reached; where the last one ends, nil if one is malformed.
  private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, upTo end: Int) -> Int? {
    var at = start
    while at < end {
      let length = UTF8Sequence.length(bytes, at)
      guard length > 0 else {
        isUTF8 = false
        return nil
      }
      let byte = bytes[at]
      if length == 1, byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { hasForbidden = true }
      if byte & 0xFE == 0xCC { hasMarks = true }
      if byte == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE { hasForbidden = true }
      at += length
    }
    return at
  }
}
