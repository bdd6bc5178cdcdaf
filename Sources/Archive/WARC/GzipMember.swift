import CZlib

/// One gzip member made of, or read back into, plain bytes.
public enum GzipMember {
  /// A member of exactly `length` bytes: what is missing stands as a comment in its header (RFC 1952).
  static func compress(_ bytes: [UInt8], padded length: Int) throws -> [UInt8] {
    var member = try compress(bytes)
    let missing = length - member.count
    guard missing != 0 else { return member }
    guard missing > 0, member.count > 10 else {
      throw ArchiveError(.disk, "a record that replaces another is \(-missing) bytes too long; please report this")
    }
    member[3] |= 16
    member.insert(contentsOf: [UInt8](repeating: 0x20, count: missing - 1) + [0], at: 10)
    return member
  }

  /// A member of the given bytes.
  public static func compress(_ bytes: [UInt8]) throws -> [UInt8] { try Deflater(level: 6).member(of: bytes) }

  /// The plain bytes of one member; nil where it is damaged or larger than `most`.
  static func decompress(_ bytes: [UInt8], most: Int = 64 << 20) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let isWhole = input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while true {
        let (status, count) = piece.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          return (inflate(&stream, Z_NO_FLUSH), target.count - Int(stream.avail_out))
        }
        output += piece[..<count]
        if status == Z_STREAM_END { return true }
        guard status == Z_OK, count > 0 || stream.avail_in > 0, output.count <= most else { return false }
      }
    }
    return isWhole ? output : nil
  }
}
