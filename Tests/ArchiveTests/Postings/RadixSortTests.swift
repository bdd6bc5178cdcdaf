import Testing

@testable import Archive

struct RadixSortTests {
  private func sorted(_ keys: [UInt64]) -> [(key: UInt64, value: UInt32)] {
    var (keys, values) = (keys, keys.indices.map { UInt32($0) })
    RadixSort.sort(&keys, with: &values)
    return zip(keys, values).map { ($0, $1) }
  }

  private func expect(_ keys: [UInt64]) {
    let wanted = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    let found = sorted(keys)
    #expect(found.map(\.key) == wanted.map(\.element))
    #expect(found.map(\.value) == wanted.map { UInt32($0.offset) })
  }

  @Test func sort_whenKeysFillAllBytes_agreesWithComparing() {
    var key: UInt64 = 7
    expect(
      (0..<3000).map { _ in
        key = key &* 0x9E37_79B9_7F4A_7C15 &+ 1
        return key ^ key >> 31
      })
  }

  @Test func sort_whenKeysAreEqual_keepsTheirOrder() { expect((0..<700).map { UInt64($0 % 5) << 40 | 3 }) }

  @Test func sort_whenNothingOrOneStands_leavesIt() {
    expect([])
    expect([9])
    expect([.max, 0])
  }
}
