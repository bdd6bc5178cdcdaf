import CZlib

/// Unpacks what is sent packed as a file, as sitemaps are.
enum Gunzip {
  /// The bytes themselves where they are not packed; never more than `limit` of them.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> Result<[UInt8], ParseFailure> {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return .success(bytes) }
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return .failure(ParseFailure(.malformed, "no memory for unpacking"))
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var result: [UInt8] = []
    let isWhole = input.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(buffer.count)
      return inflateAll(&stream, into: &result, limit: limit)
    }
    if result.count > limit { return .failure(ParseFailure(.tooLarge, "larger than 8 MiB when unpacked")) }
    return isWhole ? .success(result) : .failure(ParseFailure(.malformed, "the gzip file is damaged"))
  }

  private static func inflateAll(_ stream: inout z_stream, into result: inout [UInt8], limit: Int) -> Bool {
    let room = 64 << 10
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      while result.count <= limit {
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(room)
        let state = inflate(&stream, Z_NO_FLUSH)
        result.append(contentsOf: buffer[..<(room - Int(stream.avail_out))])
        if state == Z_STREAM_END { return true }
        if state != Z_OK { return false }
      }
      return false
    }
  }
}
