import Glibc

/// What a `<` begins, and where that ends.
struct MarkupSection {
  enum Kind { case tag, comment, characterData, documentType, instruction, stray }

  let kind: Kind
  let end: Int
  var hasSubset = false
  /// How many attributes a tag seems to have.
  var attributes = 0
  var isHTML = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    if Self.starts(bytes, at, "<![CDATA[") {
      kind = .characterData
      end = Self.end(bytes, at + Self.textOffset, of: "]]>")
    } else if Self.starts(bytes, at, "<!--") {
      kind = .comment
      end = Self.end(bytes, at + 4, of: "-->")
    } else if Self.starts(bytes, at, "<!DOCTYPE") {
      kind = .documentType
      let stop = bytes[at...].firstIndex { $0 == 0x3E || $0 == UInt8(ascii: "[") } ?? bytes.count
      hasSubset = stop < bytes.count && bytes[stop] == UInt8(ascii: "[")
      isHTML = Self.starts(bytes, at, "<!DOCTYPE HTML")
      end = min(stop + 1, bytes.count)
    } else if Self.starts(bytes, at, "<?") {
      kind = .instruction
      end = Self.end(bytes, at + 2, of: "?>")
    } else {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      let isTag = (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "_")
      kind = isTag || next >= 0x80 ? .tag : .stray
      (end, attributes) = kind == .tag ? Self.tagEnd(bytes, at + 1) : (at + 1, 0)
    }
  }

  private static let textOffset = 9

  /// What stands between the brackets of a CDATA section that begins at `at`; nil if it is never closed.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Range<Int>? {
    let start = at + Self.textOffset
    guard kind == .characterData, end - 3 >= start, Self.starts(bytes, end - 3, "]]>") else { return nil }
    return start..<(end - 3)
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ mark: StaticString) -> Bool {
    guard at + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<mark.utf8CodeUnitCount {
      let byte = bytes[at + index]
      let upper = (0x61...0x7A).contains(byte) ? byte & 0xDF : byte
      if upper != mark.utf8Start[index] { return false }
    }
    return true
  }

  /// The next place of a byte from `from` on.
  static func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
    guard from < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, of mark: StaticString) -> Int {
    var at = from
    while let found = find(mark.utf8Start[0], bytes, at) {
      if starts(bytes, found, mark) { return found + mark.utf8CodeUnitCount }
      at = found + 1
    }
    return bytes.count
  }

  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> (end: Int, attributes: Int) {
    var equals = 0
    var at = from
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x3E { return (at, equals) }
      if byte == UInt8(ascii: "=") { equals += 1 }
      if byte == 0x22 || byte == 0x27 {
        guard let quote = find(byte, bytes, at) else { break }
        at = quote + 1
      }
    }
    return (bytes.count, equals)
  }
}
