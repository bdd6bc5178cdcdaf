import Glibc

/// Finds the combining marks U+0300 to U+037F in UTF-8: `memchr` looks for both of their first bytes, each once over
/// the whole text.
struct MarkSearch {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where each of the two stands next.
  private var found: (Int, Int)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    found = (Self.find(0xCC, bytes, 0), Self.find(0xCD, bytes, 0))
  }

  static func isMark(_ byte: UInt8) -> Bool { byte & 0xFE == 0xCC }

  /// The next first byte of a mark at `start` or behind it.
  mutating func next(from start: Int) -> Int? {
    if found.0 < start { found.0 = Self.find(0xCC, bytes, start) }
    if found.1 < start { found.1 = Self.find(0xCD, bytes, start) }
    let next = min(found.0, found.1)
    return next < bytes.count ? next : nil
  }

  private static func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let place = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(place) - UnsafeRawPointer(base)
  }
}
