import Foundation

/// A proof that a log holds an entry, in a file that can be checked without the log (C2SP tlog-proof).
public struct InclusionFile: Hashable, Sendable {
  private static let magic = "c2sp.org/tlog-proof@v1"

  /// What goes with the proof: here the entry, and after an empty line its canonical record.
  public var extra: [UInt8]?
  public var index: Int
  public var path: [Digest]
  /// The signed head the path leads to.
  public var checkpoint: String

  /// Takes every part as given.
  public init(extra: [UInt8]? = nil, index: Int, path: [Digest], checkpoint: String) {
    self.extra = extra
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
  }

  /// The file's text.
  public var text: String {
    let hashes = path.map { Data($0.bytes).base64EncodedString() + "\n" }.joined()
    let carried = extra.map { "extra \(Data($0).base64EncodedString())\n" } ?? ""
    return "\(Self.magic)\n\(carried)index \(index)\n\(hashes)\n\(checkpoint)"
  }

  /// Reads a file.
  public init(_ text: String) throws(ProofError) {
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    var lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard parts.count == 2, lines.popFirst().map(String.init) == Self.magic else {
      throw ProofError("this is no tlog-proof file: its first line is not \(Self.magic)")
    }
    var extra: [UInt8]?
    if lines.first?.hasPrefix("extra ") == true {
      extra = lines.popFirst().flatMap { Data(base64Encoded: String($0.dropFirst(6))) }.map(Array.init)
    }
    guard let line = lines.popFirst(), line.hasPrefix("index "), let index = Int(line.dropFirst(6)), index >= 0 else {
      throw ProofError("the proof names no index")
    }
    var path: [Digest] = []
    for line in lines {
      guard let hash = Data(base64Encoded: String(line)).flatMap({ Digest(bytes: $0) }) else {
        throw ProofError("a line of the proof is no hash: \(line.prefix(60))")
      }
      path.append(hash)
    }
    self.init(extra: extra, index: index, path: path, checkpoint: String(parts[1]))
  }

  /// The signed head, once the entry is proven to be under it.
  public func verify(_ entry: [UInt8], key: VerifierKey) throws(ProofError) -> Checkpoint {
    let head = try Checkpoint(note: checkpoint, key: key)
    let leaf = MerkleTree.leaf(entry)
    guard MerkleProof.root(leaf: leaf, index: index, size: head.size, path: path) == head.root else {
      throw ProofError("the proof does not lead to the root of the signed head: the entry is not number \(index)")
    }
    return head
  }
}
