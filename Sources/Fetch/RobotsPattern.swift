/// The path pattern of one robots.txt rule: a prefix, with `*` for any bytes and a last `$` for the end.
struct RobotsPattern: Sendable {
  /// How specific the rule is: its length in octets.
  let length: Int
  private let segments: [[UInt8]]
  private let isAnchored: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    var body = bytes
    length = bytes.count
    isAnchored = body.last == UInt8(ascii: "$")
    if isAnchored { body.removeLast() }
    segments = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Self.normalized)
  }

  /// Leftmost placement of each segment decides in one pass: nothing is ever tried twice.
  func matches(_ path: [UInt8]) -> Bool {
    guard let first = segments.first, path.starts(with: first) else { return false }
    var position = first.count
    if segments.count == 1 { return !isAnchored || position == path.count }
    for segment in segments.dropFirst().dropLast() {
      guard let end = Self.end(of: segment, in: path, from: position) else { return false }
      position = end
    }
    let last = segments[segments.count - 1]
    if isAnchored { return path.count - position >= last.count && path.suffix(last.count).elementsEqual(last) }
    return Self.end(of: last, in: path, from: position) != nil
  }

  static func normalized(_ path: String) -> [UInt8] { normalized(Array(path.utf8)[...]) }

  /// One spelling for each octet, as RFC 9309 §2.2.2 compares them; literal `*` and `$` are spelled `%2A` and `%24`.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      var wasEscaped = false
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = nibble(bytes[index + 1]),
        let low = nibble(bytes[index + 2])
      {
        (byte, wasEscaped) = (high << 4 | low, true)
        index += 2
      }
      index += 1
      let mustEscape = byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")
      if mustEscape || (wasEscaped && !isUnreserved(byte)) {
        result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func end(of segment: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard path.count - start >= segment.count else { return nil }
    for place in start...(path.count - segment.count)
    where path[place..<(place + segment.count)].elementsEqual(segment) {
      return place + segment.count
    }
    return nil
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (0x61...0x7A).contains(byte.asciiLowercased) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    if byte.isASCIIDigit { return byte - 0x30 }
    let lower = byte.asciiLowercased
    return (0x61...0x66).contains(lower) ? lower - 0x57 : nil
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
