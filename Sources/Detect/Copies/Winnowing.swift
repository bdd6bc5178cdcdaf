/// Picks the fingerprints of a text so that any run of 13 equal syllables shares at least one.
public enum Winnowing {
  /// How many syllables one fingerprint covers.
  public static let gram = 6
  static let window = 8

  /// The least hash of every window of eight, the rightmost among equals.
  public static func postings(_ t: SyllableText) -> [Posting] {
    let hashes = grams(t.codes, length: gram)
    guard !hashes.isEmpty else { return [] }
    var result: [Posting] = []
    result.reserveCapacity(hashes.count / 4 + 1)
    let size = min(window, hashes.count)
    var least = -1
    for end in (size - 1)..<hashes.count {
      let start = end - size + 1
      if least < start {
        least = start
        for i in start...end where hashes[i] <= hashes[least] { least = i }
      } else if hashes[end] <= hashes[least] {
        least = end
      } else {
        continue
      }
      result.append(Posting(hash: hashes[least], position: least))
    }
    return result
  }

  /// 48-bit hashes of every run of `length` syllables, rolled along the text.
  private static func grams(_ codes: [UInt64], length: Int) -> [UInt64] {
    guard codes.count >= length else { return [] }
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    let top = (1..<length).reduce(UInt64(1)) { power, _ in power &* base }
    var rolling = codes[..<length].reduce(UInt64(0)) { $0 &* base &+ $1 }
    var result = [Mixer.mix(rolling) >> 16]
    result.reserveCapacity(codes.count)
    for end in length..<codes.count {
      rolling = (rolling &- codes[end - length] &* top) &* base &+ codes[end]
      result.append(Mixer.mix(rolling) >> 16)
    }
    return result
  }
}
