import CZlib

/// An HTTP answer as a WARC block holds it, its body as a browser would have it.
struct HTTPMessage {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: [UInt8]
  /// A coding that cannot be undone here, such as br; the body is as it came.
  var unread: String?

  /// Bodies larger than this once decompressed are no articles.
  private static let largest = 64 << 20

  /// Reads a block; nil where it does not start with a status line.
  init?(_ block: UnsafeRawBufferPointer) {
    guard let end = WARCReader.headerEnd(block) else { return nil }
    let lines = String(decoding: block[..<end], as: UTF8.self).split { $0.isNewline }
    guard let first = lines.first, first.hasPrefix("HTTP/"),
      let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    self.status = status
    headers = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      return (String(line[..<colon]), String(value))
    }
    body = Array(block[end...])
    if header("transfer-encoding")?.lowercased().contains("chunked") == true { body = Self.joined(body) ?? body }
    switch header("content-encoding")?.lowercased() {
    case nil, "identity", "": break
    case "gzip", "x-gzip", "deflate":
      if let plain = Self.inflated(body) { body = plain } else { unread = "damaged gzip" }
    case let other?: unread = other
    }
  }

  func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

  /// The parts of a chunked body; nil where it is not chunked after all, as tools that join it leave the header.
  private static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard let line = bytes[at...].firstIndex(of: 10) else { return nil }
      let size = String(decoding: bytes[at..<line].prefix { $0 != 13 && $0 != 0x3B }, as: UTF8.self)
      guard let count = Int(size, radix: 16), count >= 0, line + 1 + count <= bytes.count else { return nil }
      if count == 0 { return result }
      result += bytes[(line + 1)..<(line + 1 + count)]
      at = line + 1 + count
      while at < bytes.count, bytes[at] == 13 || bytes[at] == 10 { at += 1 }
    }
    return result
  }

  /// Gzip and zlib by their headers; deflate without one, which servers also send, last.
  private static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    [15 + 32, -15].lazy.compactMap { inflated(bytes, window: Int32($0)) }.first
  }

  private static func inflated(_ bytes: [UInt8], window: Int32) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var (input, output) = (bytes, [UInt8](repeating: 0, count: max(1 << 16, bytes.count * 4)))
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      var filled = 0
      while true {
        let room = output.count - filled
        let outcome = output.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress?.advanced(by: filled)
          stream.avail_out = UInt32(room)
          return inflate(&stream, Z_NO_FLUSH)
        }
        filled += room - Int(stream.avail_out)
        if outcome == Z_STREAM_END { return Array(output[..<filled]) }
        guard outcome == Z_OK, filled == output.count || stream.avail_in > 0, output.count < largest else { return nil }
        if filled == output.count { output += [UInt8](repeating: 0, count: output.count) }
      }
    }
  }
}
