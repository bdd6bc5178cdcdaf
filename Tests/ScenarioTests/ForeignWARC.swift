import Archive

/// A WARC file as other tools write it, byte by byte.
struct ForeignWARC {
  var records: [[UInt8]] = []

  /// One file without compression, as `wget` writes it with `--no-warc-compression`.
  var plain: [UInt8] { Array(records.joined()) }

  /// A gzip member for each record, as the standard recommends.
  var compressed: [UInt8] { get throws { Array(try records.map { try GzipMember.compress($0) }.joined()) } }

  mutating func add(_ type: String, _ url: String, block: [UInt8], _ fields: String...) {
    let head = """
      WARC/1.0
      WARC-Type: \(type)
      WARC-Record-ID: <urn:uuid:5f2a7c1e-0000-4000-8000-\(String(repeating: "0", count: 10))\(10 + records.count)>
      WARC-Date: 2026-03-0\(1 + records.count % 9)T06:00:00Z
      WARC-Target-URI: \(url)
      \(fields.map { $0 + "\n" }.joined())Content-Length: \(block.count)


      """
    records.append(Self.lines(head) + block + Array("\r\n\r\n".utf8))
  }

  /// An HTTP answer with these header lines.
  static func answer(status: String = "200 OK", _ headers: String..., body: [UInt8]) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(headers.map { $0 + "\r\n" }.joined())\r\n".utf8) + body
  }

  /// A body as `Transfer-Encoding: chunked` sends it, here in pieces of some bytes.
  static func chunked(_ body: [UInt8], of size: Int) -> [UInt8] {
    var parts: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: size) {
      let part = body[start..<min(start + size, body.count)]
      parts += Array("\(String(part.count, radix: 16));tool=heritrix\r\n".utf8) + part + [13, 10]
    }
    return parts + Array("0\r\n\r\n".utf8)
  }

  static func page(_ title: String) -> [UInt8] {
    Array(
      """
      <html><head><meta charset="utf-8"><title>\(title)</title></head><body><article><h1>\(title)</h1>
      <p>Sáng nay đội xung kích xã Nậm Lúa giúp mười hai hộ dân bản dưới dời nhà khỏi chân đồi sạt.</p>
      <p>Đường vào bản còn lầy, xe tải dừng ở cầu treo, gạo và chăn được gùi từng chuyến qua suối.</p>
      </article></body></html>
      """.utf8)
  }

  private static func lines(_ text: String) -> [UInt8] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
  }
}
