import Crypto

/// The secret half of a log's key.
public struct SignerKey: Sendable {
  /// The log's origin.
  public let name: String
  private let secret: Curve25519.Signing.PrivateKey

  /// A new key.
  public init(name: String) {
    self.name = name
    secret = Curve25519.Signing.PrivateKey()
  }

  /// A kept key; nil unless the seed has 32 bytes.
  public init?(name: String, seed: [UInt8]) {
    guard let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.name = name
    self.secret = secret
  }

  /// What must be kept, and kept secret.
  public var seed: [UInt8] { Array(secret.rawRepresentation) }

  /// The public half.
  public var verifier: VerifierKey { VerifierKey(name: name, publicKey: Array(secret.publicKey.rawRepresentation)) }

  /// Signs some bytes.
  public func signature(of bytes: [UInt8]) throws -> [UInt8] { Array(try secret.signature(for: bytes)) }
}
