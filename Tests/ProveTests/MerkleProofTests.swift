import News
import Testing

@testable import Prove

@Suite struct MerkleProofTests {
  private let leaves = (0..<70).map { MerkleTree.leaf([UInt8($0)]) }

  private func subtree(_ level: Int, _ index: Int) -> Digest {
    MerkleTree.root(Array(leaves[(index << level)..<((index + 1) << level)]))
  }
  private func root(_ size: Int) -> Digest { MerkleTree.root(Array(leaves.prefix(size))) }

  @Test func proofs_whenOfEverySizeUpTo70_holdAndTamperedOnesDoNot() {
    for size in 1...70 {
      for index in 0..<size {
        let path = MerkleProof.inclusion(of: index, in: size, subtree)
        #expect(MerkleProof.root(leaf: leaves[index], index: index, size: size, path: path) == root(size))
        #expect(MerkleProof.root(leaf: leaves[index], index: index, size: size, path: path + [root(1)]) != root(size))
        #expect(MerkleProof.root(leaf: root(70), index: index, size: size, path: path) != root(size))
      }
    }
  }

  @Test func consistency_whenOfEverySizeUpTo70_holdsAndOfAnotherHistoryDoesNot() {
    for new in 1...70 {
      for old in 1...new {
        let path = MerkleProof.consistency(from: old, to: new, subtree)
        #expect(MerkleProof.isConsistent(from: (old, root(old)), to: (new, root(new)), path: path))
        #expect(!MerkleProof.isConsistent(from: (old, leaves[69]), to: (new, root(new)), path: path))
      }
    }
  }

  @Test func frontier_whenItIsKeptAndReadBack_growsOn() throws {
    var whole = MerkleFrontier()
    for leaf in leaves.prefix(37) { whole.append(leaf) }
    var kept = try #require(MerkleFrontier(size: whole.size, roots: whole.roots))
    for leaf in leaves.dropFirst(37) { kept.append(leaf) }
    #expect(kept.root == root(70))
    #expect(MerkleFrontier(size: 3, roots: [leaves[0]]) == nil)
  }
}
