import Prove

/// SHA-256 of an exported file.
enum ContentHash {
  static func hex(_ bytes: [UInt8]) -> String { Digest(of: bytes).hex }
}
