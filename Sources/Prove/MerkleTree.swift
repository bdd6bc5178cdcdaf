/// The tree of RFC 6962 over log entries: leaves and nodes are hashed with prefixes of their own, and a tree of n leaves
/// is split at the largest power of two below n.
public enum MerkleTree {
  /// The root of a tree without leaves.
  public static let empty = Digest(of: [])

  /// The hash of a leaf.
  public static func leaf(_ entry: some Sequence<UInt8>) -> Digest { Digest(of: [0] + Array(entry)) }

  /// The hash of two neighbours.
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(65)
    bytes.append(1)
    bytes.append(contentsOf: left.bytes)
    bytes.append(contentsOf: right.bytes)
    return Digest(of: bytes)
  }

  /// The largest power of two below `size`, which is at least 2.
  static func split(_ size: Int) -> Int { 1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount) }

  /// The root over some leaf hashes, or over the roots of perfect trees of one height.
  public static func root(_ hashes: [Digest]) -> Digest {
    var frontier = MerkleFrontier()
    for hash in hashes { frontier.append(hash) }
    return frontier.root
  }
}
