import Testing

@testable import Archive

@Suite struct SevenBitsTests {
  /// The same, a byte at a time.
  private func bytes(_ number: UInt64) -> [UInt8] {
    var (rest, bytes) = (number, [UInt8]())
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  /// Around every power of two below 2^56.
  private static let numbers = (0..<56).flatMap { shift in
    let power = UInt64(1) << shift
    return [power - 1, power, power + 1, power / 3, power * 5 / 7].filter { $0 < 1 << 56 }
  }

  @Test func packed_isWhatByteAfterByteGives() {
    for number in Self.numbers {
      let (word, count) = SevenBits.packed(number)
      #expect((0..<count).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } == bytes(number))
    }
  }

  @Test(arguments: [0, 0xFF, 0x80, 0x7F] as [UInt64]) func unpacked_whateverFollows_isTheNumber(next: UInt64) throws {
    for number in Self.numbers {
      let (word, count) = SevenBits.packed(number)
      let after = count < 8 ? next &* 0x0101_0101_0101_0101 << UInt64(8 * count) : 0
      let read = try #require(SevenBits.unpacked(word | after))
      #expect(read.number == number && read.count == count)
    }
  }

  @Test func unpacked_whenNoByteIsTheLast_isNil() {
    #expect(SevenBits.unpacked(0x8080_8080_8080_8080) == nil)
    #expect(SevenBits.unpacked(.max) == nil)
  }
}
