import Testing

@testable import Archive

@Suite struct HashFilterTests {
  /// Hashes spread evenly over 48 bits.
  private static func hash(_ i: Int) -> UInt64 { (UInt64(i) &* 0x9E37_79B9_7F4A_7C15) >> 16 }

  @Test func mayHold_whenHashesAreHeld_isTrueAndRarelySoOfOthers() {
    let held = (0..<20_000).map(Self.hash)
    let blocks = HashFilter.blocks(for: held.count)
    var filter = [UInt64](repeating: 0, count: blocks * HashFilter.wordsInBlock)
    let keys = held.map { $0 << 16 }
    HashFilter.add(keys.span, to: &filter, blocks: blocks)
    filter.withUnsafeBytes { bytes in
      #expect(held.allSatisfy { HashFilter.mayHold($0, in: bytes, blocks: blocks) })
      let others = (20_000..<40_000).filter { HashFilter.mayHold(Self.hash($0), in: bytes, blocks: blocks) }
      #expect(others.count < 600)
    }
  }

  @Test func place_whenHashesAscend_walksThroughAllBlocks() {
    let blocks = (0..<4_096).map { HashFilter.place(of: UInt64($0) << 36, blocks: 1_000).block }
    #expect(blocks == blocks.sorted())
    #expect(blocks.first == 0 && blocks.last == 999)
  }
}
