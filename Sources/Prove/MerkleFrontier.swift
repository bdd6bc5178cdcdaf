/// What of a tree is needed to append to it: the roots of its perfect subtrees, from the left.
public struct MerkleFrontier: Hashable, Sendable {
  /// Leaves so far.
  public private(set) var size = 0
  /// Roots of perfect subtrees, one for each bit of `size`, the largest first.
  public private(set) var roots: [Digest] = []

  /// An empty tree.
  public init() {}

  /// A tree as it was kept; nil where the roots do not fit the size.
  public init?(size: Int, roots: [Digest]) {
    guard size >= 0, roots.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.roots = roots
  }

  /// Appends a leaf's hash.
  public mutating func append(_ leaf: Digest) {
    var hash = leaf
    var rest = size
    while rest & 1 == 1 {
      hash = MerkleTree.node(roots.removeLast(), hash)
      rest >>= 1
    }
    roots.append(hash)
    size += 1
  }

  /// The root over all leaves.
  public var root: Digest {
    guard var hash = roots.last else { return MerkleTree.empty }
    for left in roots.dropLast().reversed() { hash = MerkleTree.node(left, hash) }
    return hash
  }
}
