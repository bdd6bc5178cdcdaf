import Crypto
import Foundation

/// The public half of a log's key, as `name+id+base64` (a vkey of C2SP signed notes).
public struct VerifierKey: Hashable, Sendable {
  /// The log's origin.
  public let name: String
  /// Ed25519, 32 bytes.
  public let publicKey: [UInt8]
  /// What stands before a signature: the first bytes of SHA-256 over name, algorithm and key.
  public let id: [UInt8]

  /// A key under a name.
  public init(name: String, publicKey: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
    id = Array(Digest(of: Array(name.utf8) + [0x0A, 0x01] + publicKey).bytes.prefix(4))
  }

  /// Reads a vkey; nil where it is none or its id does not fit.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let key = Data(base64Encoded: parts[2]), key.count == 33, key.first == 0x01 else {
      return nil
    }
    self.init(name: parts[0], publicKey: Array(key.dropFirst()))
    guard idHex == parts[1] else { return nil }
  }

  private var idHex: String { id.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

  /// The vkey.
  public var text: String { "\(name)+\(idHex)+\(Data([0x01] + publicKey).base64EncodedString())" }

  /// Whether a signature over some bytes is this key's.
  public func accepts(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(signature, for: bytes)
  }
}
