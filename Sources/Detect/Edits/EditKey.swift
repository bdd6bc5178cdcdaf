/// A key in sixteen bytes: its text up to fifteen bytes, beyond that two seeded hashes of it. To compare and hash it takes
/// a fraction of what the equality of strings takes, which minds Unicode's normal forms; the texts here are in NFC.
struct EditKey: Hashable, Sendable {
  private let head: UInt64
  private let tail: UInt64

  init(_ text: String) {
    var text = text
    self = text.withUTF8(EditKey.init(utf8:))
  }

  private init(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count <= 15 else {
      head = Self.hash(utf8, seed: 1)
      tail = Self.hash(utf8, seed: 2) | 0xFF
      return
    }
    var (first, rest) = (UInt64(0), UInt64(utf8.count))
    var shift: UInt64 = 0
    for byte in utf8 {
      if shift < 64 { first |= UInt64(byte) << shift } else { rest |= UInt64(byte) << (shift - 56) }
      shift += 8
    }
    (head, tail) = (first, rest)
  }

  /// A number that equal keys share, all of whose lower bits depend on the whole key.
  var mixed: Int { Int(truncatingIfNeeded: ((head ^ tail) &* 0x9E37_79B9_7F4A_7C15) >> 33) }

  static let none = EditKey("")

  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, seed: UInt8) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    hasher.combine(bytes: UnsafeRawBufferPointer(utf8))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
