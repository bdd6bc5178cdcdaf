/// What one pass over a document's bytes tells: whether they are UTF-8, and what of them needs care.
struct TextScan {
  /// Well-formed UTF-8 (Unicode table 3-7).
  private(set) var isUTF8 = true
  /// Characters that XML forbids: C0 controls but tab and line ends, U+FFFE and U+FFFF.
  private(set) var hasForbidden = false
  /// Combining marks U+0300 to U+036F, which may be joined with their letters.
  private(set) var hasMarks = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      // Each byte is judged by the three before it; the first ones stand behind zeros.
      let head: [UInt8] = [0, 0, 0] + buffer.prefix(3)
      var found = head.withUnsafeBufferPointer { Self.flags($0.baseAddress ?? base, 3..<$0.count) }
      if buffer.count > 3 { found |= Self.flags(base, 3..<buffer.count) }
      let last = buffer.suffix(3).reversed()
      let isCut = zip(last, [0xC0, 0xE0, 0xF0] as [UInt8]).contains { $0 >= $1 }
      isUTF8 = found.x == 0 && !isCut
      hasForbidden = found.y != 0
      hasMarks = found.z != 0
    }
  }

  /// What is misplaced (x), forbidden (y) and a mark (z); branchless, so that the compiler takes 16 bytes at a time.
  private static func flags(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> SIMD3<UInt8> {
    var bad: UInt8 = 0
    var forbidden: UInt8 = 0
    var marks: UInt8 = 0
    for index in range {
      let byte = base[index]
      let before = base[index &- 1]
      let second = base[index &- 2]
      let third = base[index &- 3]
      let continues: UInt8 = byte & 0xC0 == 0x80 ? 1 : 0
      let expected: UInt8 =
        (before >= 0xC0 ? 1 : 0) | (second >= 0xE0 ? 1 : 0) | (third >= 0xF0 ? 1 : 0)
      let never: UInt8 = (byte & 0xFE == 0xC0 ? 1 : 0) | (byte >= 0xF5 ? 1 : 0)
      let low: UInt8 = (before == 0xE0 ? 0xA0 : 0) | (before == 0xF0 ? 0x90 : 0)
      let high: UInt8 = (before == 0xED ? 0x9F : 0xFF) & (before == 0xF4 ? 0x8F : 0xFF)
      let outside: UInt8 = (byte < low ? 1 : 0) | (byte > high ? 1 : 0)
      bad |= (continues ^ expected) | never | outside
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isSpace: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      let isNone: UInt8 = (second == 0xEF ? 1 : 0) & (before == 0xBF ? 1 : 0) & (byte >= 0xBE ? 1 : 0)
      forbidden |= (isControl ^ isSpace) | isNone
      marks |= byte & 0xFE == 0xCC ? 1 : 0
    }
    return SIMD3(bad, forbidden, marks)
  }
}
