import News

/// The header of a WARC record, of whatever tool wrote it.
struct WARCHead: Sendable {
  /// Where the record starts in the file.
  var offset: Int64
  /// The block's length.
  let length: Int
  /// The header's lines as they stand; a field is looked up where it is asked for, as few are.
  private let lines: [UInt8]

  var type: String { self["warc-type"]?.lowercased() ?? "" }
  var id: String { self["warc-record-id"] ?? "" }
  /// The address without the angle brackets that WARC 1.0 tools wrote around it.
  var target: String? {
    self["warc-target-uri"].map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
  }
  var contentType: String { self["content-type"]?.lowercased() ?? "" }

  /// Reads header lines.
  init?(_ bytes: UnsafeRawBufferPointer, offset: Int64) {
    guard bytes.starts(with: "WARC/".utf8) else { return nil }
    lines = Array(bytes)
    self.offset = offset
    guard let length = Self.value(of: "content-length", in: lines).flatMap({ Int($0) }), length >= 0 else { return nil }
    self.length = length
  }

  /// The value of a field by its lower-case name; of a field that stands twice, the first.
  subscript(_ name: StaticString) -> String? { Self.value(of: name, in: lines) }

  private static func value(of name: StaticString, in lines: [UInt8]) -> String? {
    name.withUTF8Buffer { name in
      lines.withUnsafeBufferPointer { lines in
        // Behind the line with the version.
        var start = lineEnd(lines, 0) + 1
        while start < lines.count {
          let end = lineEnd(lines, start)
          if isField(name, lines, start, end) { return text(lines, start + name.count + 1, end) }
          start = end + 1
        }
        return nil
      }
    }
  }

  private static func isField(
    _ name: UnsafeBufferPointer<UInt8>, _ lines: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > name.count, lines[start + name.count] == 0x3A else { return false }
    for index in 0..<name.count {
      let byte = lines[start + index]
      guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == name[index] else { return false }
    }
    return true
  }

  /// A value without the white space around it; a line that starts with white space goes on with the one before.
  private static func text(_ lines: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
    var value = trimmed(lines, start, end)
    var end = end
    while end + 1 < lines.count, lines[end + 1] == 0x20 || lines[end + 1] == 0x09 {
      let next = lineEnd(lines, end + 1)
      value += " " + trimmed(lines, end + 1, next)
      end = next
    }
    return value
  }

  private static func lineEnd(_ lines: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < lines.count, lines[end] != 0x0A { end += 1 }
    return end
  }

  private static func trimmed(_ lines: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
    var (start, end) = (start, end)
    while start < end, isSpace(lines[start]) { start += 1 }
    while start < end, isSpace(lines[end - 1]) { end -= 1 }
    return String(decoding: lines[start..<end], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
