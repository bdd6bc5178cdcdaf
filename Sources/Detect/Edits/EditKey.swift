/// A key in sixteen bytes: its text up to fifteen bytes, beyond that two seeded hashes of it. To compare and hash it takes
/// a fraction of what the equality of strings takes, which minds Unicode's normal forms; the texts here are in NFC.
struct EditKey: Hashable, Sendable {
  private let head: UInt64
  private let tail: UInt64

  init(_ text: String) {
    let utf8 = text.utf8
    guard utf8.count <= 15 else {
      head = Self.hash(text, seed: 1)
      tail = Self.hash(text, seed: 2) | 0xFF
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

  private static func hash(_ text: String, seed: UInt8) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(seed)
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
