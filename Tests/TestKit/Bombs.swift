/// Small answers that unpack to very much: zeros by Brotli and by Zstandard, made by hand.
public enum Bombs {
  /// Zeros as a Brotli stream (RFC 7932): meta-blocks of 16 MiB, each of one insert command.
  public static func brotli(blocks: Int) -> [UInt8] {
    var bits = BitWriter()
    // WBITS 22: the code 1011 with its lowest bit first.
    bits.write(0b1011, 4)
    for _ in 0..<blocks {
      bits.write(0, 1)  // not the last
      bits.write(2, 2)  // the length has six nibbles
      bits.write((1 << 24) - 1, 24)
      bits.write(0, 1)  // compressed
      bits.write(0, 3)  // one block type each for literals, commands and distances
      bits.write(0, 6)  // NPOSTFIX and NDIRECT
      bits.write(0, 2)  // context mode of the literals
      bits.write(0, 2)  // one tree each for literals and distances
      // Simple codes of one symbol, which take no bits afterwards: the literal 0, the longest insert, a distance.
      bits.write(1 | 0 << 2, 4)
      bits.write(0, 8)
      bits.write(1 | 0 << 2, 4)
      bits.write(504, 10)
      bits.write(1 | 0 << 2, 4)
      bits.write(0, 6)
      // Insert code 23: 22,594 literals and as many more as 24 bits say.
      bits.write((1 << 24) - 22_594, 24)
    }
    bits.write(3, 2)  // the last, and empty
    return bits.bytes
  }

  /// Zeros as a Zstandard frame (RFC 8878) of run-length blocks, 128 KiB each.
  public static func zstandard(blocks: Int) -> [UInt8] {
    // Magic number, a frame header without sizes, a window of 1 MiB.
    var bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x50]
    for block in 1...blocks {
      let header = (block == blocks ? 1 : 0) | 1 << 1 | (128 << 10) << 3
      bytes += [UInt8(header & 255), UInt8(header >> 8 & 255), UInt8(header >> 16 & 255), 0]
    }
    return bytes
  }
}

/// Writes bits, the lowest of each byte first.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func write(_ value: Int, _ count: Int) {
    for bit in 0..<count {
      if used == 8 { (used, bytes) = (0, bytes + [0]) }
      if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << used }
      used += 1
    }
  }
}
