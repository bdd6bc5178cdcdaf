import Foundation

/// The head of a log: its name, how many entries it has, and their root (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
  public var origin: String
  public var size: Int
  public var root: Digest

  /// Takes every part as given.
  public init(origin: String, size: Int, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The text that is signed, its last newline included.
  public var body: String { "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n" }

  /// The checkpoint as a signed note.
  public func signed(with key: SignerKey) throws -> String {
    let signature = key.verifier.id + (try key.signature(of: Array(body.utf8)))
    return "\(body)\n\u{2014} \(key.name) \(Data(signature).base64EncodedString())\n"
  }

  /// Reads a signed note that carries the key's signature.
  public init(note: String, key: VerifierKey) throws(ProofError) {
    let parts = note.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ProofError("the checkpoint has no signature") }
    let body = parts[0] + "\n"
    let signed = parts[1].split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "\u{2014}", words[1] == key.name,
        let bytes = Data(base64Encoded: String(words[2])), bytes.prefix(4) == Data(key.id)
      else { return false }
      return key.accepts(Array(bytes.dropFirst(4)), of: Array(body.utf8))
    }
    guard signed else { throw ProofError("the checkpoint is not signed by \(key.text)") }
    guard let head = Checkpoint(unverified: note), head.origin == key.name else {
      throw ProofError("the checkpoint is not one of the log \(key.name)")
    }
    self = head
  }

  /// Reads what a note says, whoever signed it.
  public init?(unverified note: String) {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Data(base64Encoded: String(lines[2])).flatMap({ Digest(bytes: $0) }), !lines[0].isEmpty
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: root)
  }
}
