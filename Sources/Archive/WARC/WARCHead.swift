import News

/// The header of a WARC record, of whatever tool wrote it.
struct WARCHead: Sendable {
  /// Where the record starts in the file.
  var offset: Int64
  /// Field values by lower-case name; of a field that stands twice, the first.
  var fields: [String: String]
  /// The block's length.
  var length: Int

  var type: String { fields["warc-type"]?.lowercased() ?? "" }
  var id: String { fields["warc-record-id"] ?? "" }
  /// The address without the angle brackets that WARC 1.0 tools wrote around it.
  var target: String? {
    fields["warc-target-uri"].map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
  }
  var contentType: String { fields["content-type"]?.lowercased() ?? "" }

  /// Reads header lines; a line that starts with white space goes on with the one before.
  init?(_ bytes: UnsafeRawBufferPointer, offset: Int64) {
    guard bytes.starts(with: "WARC/".utf8) else { return nil }
    var fields: [String: String] = [:]
    var last: String?
    for line in bytes.split(separator: 0x0A).dropFirst() {
      if line.first == 0x20 || line.first == 0x09 {
        if let last { fields[last, default: ""] += " " + Self.trimmed(line) }
        continue
      }
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      last = fields[name] == nil ? name : nil
      if last != nil { fields[name] = Self.trimmed(line[(colon + 1)...]) }
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return nil }
    (self.offset, self.fields, self.length) = (offset, fields, length)
  }

  private static func trimmed(_ line: Slice<UnsafeRawBufferPointer>) -> String {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let byte = line.last, byte == 0x20 || byte == 0x09 || byte == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
