/// Proofs of RFC 6962: made from the hashes of perfect subtrees, checked with nothing but the roots (RFC 9162, 2.1).
public enum MerkleProof {
  /// Gives the root of the perfect subtree of 2^level leaves that is number `index` among its like.
  public typealias Subtree = (_ level: Int, _ index: Int) throws -> Digest

  /// The path from a leaf to the root of the tree of `size` leaves, the leaf's sibling first.
  public static func inclusion(of index: Int, in size: Int, _ subtree: Subtree) rethrows -> [Digest] {
    precondition((0..<size).contains(index), "a proof needs a leaf inside the tree")
    return try path(index, 0, size, subtree)
  }

  /// What leads from the root at `old` leaves to the root at `new`; empty from nothing, and between equals.
  public static func consistency(from old: Int, to new: Int, _ subtree: Subtree) rethrows -> [Digest] {
    precondition((0...new).contains(old), "a tree never shrinks")
    return old == 0 || old == new ? [] : try link(old, 0, new, isWhole: true, subtree)
  }

  /// The root over the leaves `start..<end`, of which `start` is where a subtree may start.
  public static func root(_ start: Int, _ end: Int, _ subtree: Subtree) rethrows -> Digest {
    let count = end - start
    if count == 0 { return MerkleTree.empty }
    if count.nonzeroBitCount == 1 {
      let level = count.trailingZeroBitCount
      return try subtree(level, start >> level)
    }
    let middle = start + MerkleTree.split(count)
    return MerkleTree.node(try root(start, middle, subtree), try root(middle, end, subtree))
  }

  private static func path(_ index: Int, _ start: Int, _ end: Int, _ subtree: Subtree) rethrows -> [Digest] {
    if end - start == 1 { return [] }
    let middle = start + MerkleTree.split(end - start)
    return index < middle
      ? try path(index, start, middle, subtree) + [root(middle, end, subtree)]
      : try path(index, middle, end, subtree) + [root(start, middle, subtree)]
  }

  private static func link(_ old: Int, _ start: Int, _ end: Int, isWhole: Bool, _ subtree: Subtree) rethrows
    -> [Digest]
  {
    if old == end { return isWhole ? [] : [try root(start, end, subtree)] }
    let middle = start + MerkleTree.split(end - start)
    return old <= middle
      ? try link(old, start, middle, isWhole: isWhole, subtree) + [root(middle, end, subtree)]
      : try link(old, middle, end, isWhole: false, subtree) + [root(start, middle, subtree)]
  }

  /// The root that a leaf and its path lead to; nil where the path has the wrong length.
  public static func root(leaf: Digest, index: Int, size: Int, path: [Digest]) -> Digest? {
    guard index >= 0, index < size else { return nil }
    var (node, last) = (index, size - 1)
    var hash = leaf
    for step in path {
      guard last > 0 else { return nil }
      if node & 1 == 1 || node == last {
        hash = MerkleTree.node(step, hash)
        while node & 1 == 0 && node > 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        hash = MerkleTree.node(hash, step)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    return last == 0 ? hash : nil
  }

  /// Whether a tree only grew from one root to the other.
  public static func isConsistent(
    from old: (size: Int, root: Digest), to new: (size: Int, root: Digest), path: [Digest]
  ) -> Bool {
    if old.size == new.size { return path.isEmpty && old.root == new.root }
    guard old.size > 0, old.size < new.size else { return false }
    var steps = path[...]
    let start = old.size.nonzeroBitCount == 1 ? old.root : steps.popFirst()
    guard let start else { return false }
    var (node, last) = (old.size - 1, new.size - 1)
    while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
    var (before, after) = (start, start)
    for step in steps {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        (before, after) = (MerkleTree.node(step, before), MerkleTree.node(step, after))
        while node & 1 == 0 && node > 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        after = MerkleTree.node(after, step)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    return last == 0 && before == old.root && after == new.root
  }
}
