/// Says of most hashes that a segment does not hold that it does not: a Bloom filter whose bits for one hash lie in
/// one block of 64 bytes, so that a question costs one miss of the cache.
enum HashFilter {
  static let blockBytes = 64
  static let wordsInBlock = blockBytes / 8
  private static let bitsPerHash = 10
  private static let probes = 6

  static func blocks(for hashes: Int) -> Int { max(1, (hashes * bitsPerHash + 511) / 512) }

  /// The block of a hash, and six numbers below 512 in one word. The blocks follow the hashes, which are spread evenly:
  /// sorted hashes walk through the filter, and neither a merge nor a look-up waits for memory at each.
  static func place(of hash: UInt64, blocks: Int) -> (block: Int, bits: UInt64) {
    // splitmix64's finishing step, so that the bits tell more than the block.
    var z = hash &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    z ^= z >> 31
    return (Int(((hash >> 16) * UInt64(blocks)) >> 32), z)
  }

  /// Adds the hashes of some keys to a filter of `blocks` blocks, in words of 64 bits.
  static func add(_ keys: Span<UInt64>, to filter: inout [UInt64], blocks: Int) {
    var words = filter.mutableSpan
    for i in keys.indices {
      var (block, bits) = place(of: keys[i] >> 16, blocks: blocks)
      for _ in 0..<probes {
        let bit = Int(bits & 511)
        words[block * wordsInBlock + bit >> 6] |= 1 << (bits & 63)
        bits >>= 9
      }
    }
  }

  static func mayHold(_ hash: UInt64, in filter: UnsafeRawBufferPointer, blocks: Int) -> Bool {
    var (block, bits) = place(of: hash, blocks: blocks)
    for _ in 0..<probes {
      let bit = Int(bits & 511)
      if filter[block * blockBytes + bit >> 3] & 1 << UInt8(bit & 7) == 0 { return false }
      bits >>= 9
    }
    return true
  }
}
