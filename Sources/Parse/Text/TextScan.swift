/// What one pass over a document's bytes tells: whether they are UTF-8, and what of them needs care.
struct TextScan {
  /// Well-formed UTF-8 (Unicode table 3-7).
  private(set) var isUTF8 = true
  /// Characters that XML forbids: C0 controls but tab and line ends, U+FFFE and U+FFFF.
  private(set) var hasForbidden = false
  /// Combining marks U+0300 to U+036F, which may be joined with their letters.
  private(set) var hasMarks = false

  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  init(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { scan($0) } }

  /// Eight bytes at a time while they are of the usual kind, else one character at a time.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var before: UInt64 = 0
    var at = 0
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      if Self.isUsual(word, before) {
        before = word
        at += 8
      } else {
        guard let end = step(bytes, Self.characterStart(bytes, at), upTo: at + 8) else { return }
        at = end
        before = 0
      }
    }
    _ = step(bytes, Self.characterStart(bytes, at), upTo: bytes.count)
  }

  /// Whether every byte continues what stands before it, and none is a control or begins a rare character.
  @inline(__always)
  private static func isUsual(_ word: UInt64, _ before: UInt64) -> Bool {
    let first = word << 8 | before >> 56
    let second = word << 16 | before >> 48
    let third = word << 24 | before >> 40
    let continues = word & ~(word << 1)
    // The high bit of each byte: a lead byte one before, of three or four bytes two before, of four three before.
    let expected =
      (first & first << 1) | (second & second << 1 & second << 2) | (third & third << 1 & third << 2 & third << 3)
    let control = ~(word | ((word & ~highs) &+ ones &* 0x60)) & ~zeros(word ^ ones &* 0x0A)
    let pairs = word & (ones &* 0xFE)
    let rare =
      zeros(pairs ^ ones &* 0xC0) | zeros(pairs ^ ones &* 0xCC) | zeros(word ^ ones &* 0xE0)
      | zeros((word & (ones &* 0xFD)) ^ ones &* 0xED) | (word & word << 1 & word << 2 & word << 3)
    return ((continues ^ expected) | control | rare) & highs == 0
  }

  /// The high bit of every byte that is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { ~(((word & ~highs) &+ ~highs) | word) }

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
