import Crypto

/// A SHA-256 digest.
public struct Digest: Hashable, Sendable {
  public let bytes: [UInt8]

  /// The digest of some bytes.
  public init(of data: some Sequence<UInt8>) {
    var hash = SHA256()
    if data.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil {
      hash.update(data: Array(data))
    }
    bytes = Array(hash.finalize())
  }

  /// Lower-case hexadecimal, 64 digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
