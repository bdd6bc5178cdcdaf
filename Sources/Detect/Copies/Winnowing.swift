/// Picks the fingerprints of a text so that any run of 13 equal syllables shares at least one.
public enum Winnowing {
  /// How many syllables one fingerprint covers.
  public static let gram = 6
  static let window = 8

  /// The least hash of every window of eight, the rightmost among equals; their hashes are spread evenly.
  public static func postings(_ t: SyllableText) -> [Posting] {
    guard t.codes.count >= gram else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: t.codes.count - gram + 1) { hashes in
      t.codes.withUnsafeBufferPointer { hash($0, into: hashes) }
      return leastOfWindows(UnsafeBufferPointer(hashes))
    }
  }

  private static func leastOfWindows(_ hashes: UnsafeBufferPointer<UInt64>) -> [Posting] {
    var result: [Posting] = []
    result.reserveCapacity(hashes.count / 4 + 1)
    let size = min(window, hashes.count)
    var least = -1
    for end in (size - 1)..<hashes.count {
      let start = end - size + 1
      if least < start {
        least = start
        for i in start...end { least = hashes[i] <= hashes[least] ? i : least }
      } else if hashes[end] <= hashes[least] {
        least = end
      } else {
        continue
      }
      result.append(Posting(hash: spread(hashes[least]), position: least))
    }
    return result
  }

  /// The least of eight is mostly small. Times an odd number, modulo 2^48, fingerprints are spread evenly again and still
  /// differ from each other, so that an index of them may go by their leading bits alone.
  private static func spread(_ hash: UInt64) -> UInt64 { hash &* 0x9e37_79b9_7f4b & 0xFFFF_FFFF_FFFF }

  /// 48-bit hashes of every run of `gram` syllables, rolled along the text.
  private static func hash(_ codes: UnsafeBufferPointer<UInt64>, into hashes: UnsafeMutableBufferPointer<UInt64>) {
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    let top = (0..<gram).reduce(UInt64(1)) { power, _ in power &* base }
    var rolling: UInt64 = 0
    for code in codes[..<gram] { rolling = rolling &* base &+ code }
    hashes[0] = Mixer.mix(rolling) >> 16
    for at in 1..<hashes.count {
      rolling = rolling &* base &+ codes[at + gram - 1] &- codes[at - 1] &* top
      hashes[at] = Mixer.mix(rolling) >> 16
    }
  }
}
