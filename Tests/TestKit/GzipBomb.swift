/// Gzip data made by hand: a run of zeros that is small on the wire.
public enum GzipBomb {
  /// One fixed-code deflate block: a literal zero, then copies of 258 bytes at distance 1; no trailer is needed.
  public static func zeros(count: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var bits = 0
    var held = 0
    func put(_ value: Int, _ width: Int) {
      bits |= value << held
      held += width
      while held >= 8 {
        bytes.append(UInt8(bits & 0xFF))
        bits >>= 8
        held -= 8
      }
    }
    put(1, 1)
    put(1, 2)
    // Huffman codes go in with their first bit lowest: literal 0 is 00110000, length 258 is 11000101.
    put(0b0000_1100, 8)
    for _ in 0..<(count / 258) {
      put(0b1010_0011, 8)
      put(0, 5)
    }
    put(0, 7)
    put(0, 7)
    return bytes
  }
}
