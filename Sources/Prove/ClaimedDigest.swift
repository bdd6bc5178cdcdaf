import Crypto

/// A digest as WARC tools write it: `sha1:` or `sha256:` and the value, in base 32 or hexadecimal.
public struct ClaimedDigest: Sendable {
  private let algorithm: String
  private let value: String

  /// Reads a field's value; nil where its algorithm is another one.
  public init?(_ field: String) {
    let parts = field.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    algorithm = parts[0].lowercased().filter { $0 != "-" }
    value = parts[1].lowercased()
    guard ["sha1", "sha256"].contains(algorithm) else { return nil }
  }

  /// Whether these are the bytes it was computed from.
  public func holds(for bytes: UnsafeRawBufferPointer) -> Bool {
    let digest: [UInt8]
    if algorithm == "sha1" {
      var hash = Insecure.SHA1()
      hash.update(bufferPointer: bytes)
      digest = hash.finalize().withUnsafeBytes { Array($0) }
    } else {
      digest = Digest(of: bytes).bytes
    }
    return value == Self.hex(digest) || value.filter { $0 != "=" } == Self.base32(digest)
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.flatMap { [digit($0 >> 4, after: 10), digit($0 & 15, after: 10)] }, as: UTF8.self)
  }

  /// RFC 4648: five bits a digit, `a` to `z` and `2` to `7`, without padding.
  private static func base32(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 5 {
        count -= 5
        digits.append(base32Digit(UInt8(bits >> count & 31)))
      }
      bits &= 1 << count - 1
    }
    if count > 0 { digits.append(base32Digit(UInt8(bits << (5 - count) & 31))) }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8, after ten: UInt8) -> UInt8 {
    value < ten ? 0x30 + value : 0x61 + value - ten
  }

  private static func base32Digit(_ value: UInt8) -> UInt8 { value < 26 ? 0x61 + value : 0x32 + value - 26 }
}
