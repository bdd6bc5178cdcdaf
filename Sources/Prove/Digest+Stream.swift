import Crypto

extension Digest {
  /// A SHA-256 that is fed piece by piece.
  public struct Stream: Sendable {
    private var hash = SHA256()

    public init() {}

    /// Takes the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// Takes the UTF-8 of a text.
    public mutating func update(_ text: String) {
      var text = text
      text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest of all bytes taken.
    public func digest() -> Digest {
      var result = [UInt8]()
      result.append(contentsOf: hash.finalize())
      return Digest(computed: result)
    }
  }

  private init(computed: [UInt8]) { bytes = computed }
}
