import Foundation
import News
import Prove

/// One WARC 1.1 record, written as a gzip member of its own (ISO 28500; `docs/archive-format.md`).
struct WARCRecord {
  /// What the rows of a commit are declared as.
  static let rowsType = "application/vnd.banluu.rows+jsonl"

  /// What stands where bytes were taken out for good.
  static let erasedType = "application/vnd.banluu.erased"

  var type: String
  var id = "urn:uuid:" + UUID().uuidString.lowercased()
  var at: Instant
  var fields: [(name: String, value: String)]
  var block: [UInt8]

  /// An id that is always the same for the same words (UUID version 8, RFC 9562), for records made again at each export.
  static func id(of words: String) -> String {
    var bytes = Array(Digest(of: Array(words.utf8)).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    let parts = [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  /// The rows a commit wrote, one JSON object a line.
  static func rows(_ lines: [UInt8], at: Instant, of segment: [(name: String, value: String)] = []) -> WARCRecord {
    WARCRecord(type: "metadata", at: at, fields: segment + [("Content-Type", rowsType)], block: lines)
  }

  /// The record's plain bytes: header lines, block and the closing blank lines.
  var bytes: [UInt8] {
    let date = Instant(milliseconds: at.milliseconds / 1000 * 1000).rfc3339
    var head = "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <\(id)>\r\nWARC-Date: \(date)\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    head += "WARC-Block-Digest: sha256:\(Digest(of: block).hex)\r\nContent-Length: \(block.count)\r\n\r\n"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.utf8.count + block.count + 4)
    bytes += head.utf8
    bytes += block
    bytes += [13, 10, 13, 10]
    return bytes
  }

  /// The warcinfo record of a file, as a gzip member.
  static func info(id: String, name: String, at: Instant) throws -> [UInt8] {
    let text =
      "software: banluu/1.0\r\nformat: WARC File Format 1.1\r\n"
      + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
      + "robots: classic\r\ndescription: bodies are stored decoded; X-Archive-Orig-Content-Encoding names the coding\r\n"
    let info = WARCRecord(
      type: "warcinfo", id: id, at: at,
      fields: [("WARC-Filename", name), ("Content-Type", "application/warc-fields")], block: Array(text.utf8))
    return try GzipMember.compress(info.bytes)
  }
}
