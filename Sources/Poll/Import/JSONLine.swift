import News

/// Reads one JSON object on its bytes, for the strings at its top; what lies deeper is checked and passed over.
struct JSONLine {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// The string read last, its escapes undone.
  private var string: [UInt8] = []

  private static let deepest = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Hands every string to `take`, under its key's place in `keys`; false where the bytes are no JSON object and
  /// nothing else.
  mutating func readStrings(_ keys: [[UInt8]], _ take: (_ key: Int, _ value: borrowing [UInt8]) -> Void) -> Bool {
    skipSpace()
    guard next(UInt8(ascii: "{")) else { return false }
    skipSpace()
    if next(UInt8(ascii: "}")) { return isAtEnd() }
    repeat {
      skipSpace()
      guard readString() else { return false }
      let key = keys.firstIndex(of: string)
      skipSpace()
      guard next(UInt8(ascii: ":")) else { return false }
      skipSpace()
      if peek == UInt8(ascii: "\"") {
        guard readString() else { return false }
        if let key { take(key, string) }
      } else if !skipValue(depth: 0) {
        return false
      }
      skipSpace()
    } while next(UInt8(ascii: ","))
    return next(UInt8(ascii: "}")) && isAtEnd()
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func next(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private mutating func isAtEnd() -> Bool {
    skipSpace()
    return at == bytes.count
  }

  /// A string with its quotes; whole stretches between escapes are copied at once.
  private mutating func readString() -> Bool {
    guard next(UInt8(ascii: "\"")) else { return false }
    string.removeAll(keepingCapacity: true)
    while true {
      let start = at
      skipInsideString()
      string.append(contentsOf: bytes[start..<at])
      guard at < bytes.count, bytes[at] >= 0x20 else { return false }
      at += 1
      if bytes[at - 1] == 0x22 { return true }
      guard readEscape() else { return false }
    }
  }

  /// On to the first byte that ends a string or escapes in it.
  private mutating func skipInsideString() {
    while at + 8 <= bytes.count {
      let inside = EightBytes(bytes, at).countInsideString
      at += inside
      if inside < 8 { return }
    }
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
  }

  private mutating func readEscape() -> Bool {
    guard let byte = peek else { return false }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): string.append(0x0A)
    case UInt8(ascii: "r"): string.append(0x0D)
    case UInt8(ascii: "t"): string.append(0x09)
    case UInt8(ascii: "b"): string.append(0x08)
    case UInt8(ascii: "f"): string.append(0x0C)
    case 0x22, 0x5C, UInt8(ascii: "/"): string.append(byte)
    case UInt8(ascii: "u"): return readScalar()
    default: return false
    }
    return true
  }

  /// `\u` and its four digits, two of them for a scalar beyond the first plane.
  private mutating func readScalar() -> Bool {
    guard var value = readHex() else { return false }
    if (0xD800..<0xDC00).contains(value) {
      guard next(0x5C), next(UInt8(ascii: "u")), let low = readHex(), (0xDC00..<0xE000).contains(low) else {
        return false
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    string.append(contentsOf: String(scalar).utf8)
    return true
  }

  private mutating func readHex() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<(at + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    at += 4
    return value
  }

  private mutating func skipValue(depth: Int) -> Bool {
    switch peek {
    case UInt8(ascii: "\""): return readString()
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return depth < Self.deepest && skipAll(isObject: peek == UInt8(ascii: "{"), depth: depth + 1)
    default: return skipWord()
    }
  }

  private mutating func skipAll(isObject: Bool, depth: Int) -> Bool {
    let close = UInt8(ascii: isObject ? "}" : "]")
    at += 1
    skipSpace()
    if next(close) { return true }
    repeat {
      skipSpace()
      if isObject {
        guard readString() else { return false }
        skipSpace()
        guard next(UInt8(ascii: ":")) else { return false }
        skipSpace()
      }
      guard skipValue(depth: depth) else { return false }
      skipSpace()
    } while next(UInt8(ascii: ","))
    return next(close)
  }

  /// `true`, `false`, `null`, or a number.
  private mutating func skipWord() -> Bool {
    let start = at
    while at < bytes.count, !Self.endsWord(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    return ["true", "false", "null"].contains(word) || word.first != "+" && Double(word) != nil && !word.contains("n")
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
  }
}
