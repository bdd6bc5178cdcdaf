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
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: true) { $0.isNewline }
    guard let first = lines.first, first.hasPrefix("WARC/") else { return nil }
    var fields: [String: String] = [:]
    var last: String?
    for line in lines.dropFirst() {
      if line.first == " " || line.first == "\t" {
        if let last { fields[last, default: ""] += " " + line.trimmingWhitespace }
        continue
      }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      last = fields[name] == nil ? name : nil
      if last != nil { fields[name] = line[line.index(after: colon)...].trimmingWhitespace }
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return nil }
    (self.offset, self.fields, self.length) = (offset, fields, length)
  }
}

extension Substring {
  fileprivate var trimmingWhitespace: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
