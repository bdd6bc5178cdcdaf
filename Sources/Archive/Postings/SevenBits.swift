/// Numbers of seven bits a byte, the least first, each byte but the last marked (LEB128), eight bytes in one step.
enum SevenBits {
  private static let marks: UInt64 = 0x8080_8080_8080_8080

  /// The bytes of a number below 2^56 in one word, the first lowest, and how many they are.
  static func packed(_ number: UInt64) -> (word: UInt64, count: Int) {
    var word = number
    word = (word & 0x00FF_FFFF_F000_0000) << 4 | (word & 0x0FFF_FFFF)
    word = (word & 0x0FFF_C000_0FFF_C000) << 2 | (word & 0x0000_3FFF_0000_3FFF)
    word = (word & 0x3F80_3F80_3F80_3F80) << 1 | (word & 0x007F_007F_007F_007F)
    let count = max(1, (70 - number.leadingZeroBitCount) / 7)
    return (word | marks & ((1 << (8 * (count - 1))) - 1), count)
  }

  /// The number that eight bytes begin with, and how many of them are its; nil where none of them is its last.
  static func unpacked(_ bytes: UInt64) -> (number: UInt64, count: Int)? {
    let ends = ~bytes & marks
    guard ends != 0 else { return nil }
    // All bits up to the mark of the last byte, which is clear.
    var word = bytes & (ends ^ (ends &- 1)) & ~marks
    word = (word & 0x7F00_7F00_7F00_7F00) >> 1 | (word & 0x007F_007F_007F_007F)
    word = (word & 0x3FFF_0000_3FFF_0000) >> 2 | (word & 0x0000_3FFF_0000_3FFF)
    word = (word & 0x0FFF_FFFF_0000_0000) >> 4 | (word & 0x0FFF_FFFF)
    return (word, ends.trailingZeroBitCount / 8 + 1)
  }
}
