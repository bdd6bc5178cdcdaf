import News

/// Reads JSON from front to back without building it: what nobody asks for is passed over, and what follows a fault
/// is not read.
struct JSONScan {
  private let bytes: [UInt8]
  private var at = 0
  /// The text ended early or is no JSON from some point on.
  private(set) var isBroken = false

  init(_ utf8: [UInt8]) { bytes = utf8 }

  /// Hands each key of an object to `each`, which reads the value or leaves it; another value is passed over.
  mutating func object(_ each: (inout JSONScan, String) -> Void) {
    guard next() == UInt8(ascii: "{") else { return skip() }
    at += 1
    while !isBroken, !ends(with: UInt8(ascii: "}")) {
      guard next() == 0x22 else { return fail() }
      let key = String(decoding: string(), as: UTF8.self)
      guard next() == UInt8(ascii: ":") else { return fail() }
      at += 1
      value { each(&$0, key) }
    }
  }

  /// Hands each value of an array to `each`; another value is passed over.
  mutating func array(_ each: (inout JSONScan) -> Void) {
    guard next() == UInt8(ascii: "[") else { return skip() }
    at += 1
    while !isBroken, !ends(with: UInt8(ascii: "]")) { value(each) }
  }

  /// Whether an array comes next.
  var isAtArray: Bool {
    mutating get { next() == UInt8(ascii: "[") }
  }

  /// Whether an object comes next.
  var isAtObject: Bool {
    mutating get { next() == UInt8(ascii: "{") }
  }

  /// A string, or a number as it is written; nil for all else, which is passed over.
  mutating func text() -> [UInt8]? {
    switch next() {
    case 0x22: return string()
    case .some(0x2D), .some(0x30...0x39):
      let start = at
      skip()
      return Array(bytes[start..<at])
    default:
      skip()
      return nil
    }
  }

  private mutating func value(_ read: (inout JSONScan) -> Void) {
    guard next() != nil else { return fail() }
    let start = at
    read(&self)
    if at == start { skip() }
    if at == start { return fail() }
    switch next() {
    case UInt8(ascii: ","): at += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): break
    default: fail()
    }
  }

  /// Passes over one value however deep it is.
  private mutating func skip() {
    var depth = 0
    while let byte = next() {
      switch byte {
      case 0x22: _ = string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return }
        at += 1
        continue
      default:
        while at < bytes.count, !",:]}\" \n\r\t".utf8.contains(bytes[at]) { at += 1 }
      }
      if depth == 0 { return }
    }
    fail()
  }

  private mutating func ends(with mark: UInt8) -> Bool {
    guard next() == mark else { return false }
    at += 1
    return true
  }

  /// The next byte that is no white space.
  private mutating func next() -> UInt8? {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at < bytes.count && !isBroken ? bytes[at] : nil
  }

  private mutating func fail() { isBroken = true }
}

// MARK: strings

extension JSONScan {
  private mutating func string() -> [UInt8] {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    var result = Array(bytes[start..<at])
    guard at < bytes.count, bytes[at] == 0x5C else {
      endString()
      return result
    }
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        escape(to: &result)
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    endString()
    return NormalForm.composed(result)
  }

  private mutating func endString() {
    if at < bytes.count { at += 1 } else { fail() }
  }

  private mutating func escape(to result: inout [UInt8]) {
    guard at + 1 < bytes.count else {
      at = bytes.count
      return
    }
    let letter = bytes[at + 1]
    at += 2
    switch letter {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
    case UInt8(ascii: "u"): Entities.append(unicode(), to: &result)
    default: result.append(letter)
    }
  }

  /// The character of `\uXXXX`, or of two that make a pair; half a pair, or what XML forbids, is U+FFFD.
  private mutating func unicode() -> Unicode.Scalar {
    guard let first = hexadecimal(at) else { return "\u{FFFD}" }
    at += 4
    if (0xD800...0xDBFF).contains(first), at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(at + 2), (0xDC00...0xDFFF).contains(second)
    {
      at += 6
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    let isControl = first < 0x20 && ![0x09, 0x0A, 0x0D].contains(first)
    return isControl || first >= 0xFFFE ? "\u{FFFD}" : Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private func hexadecimal(_ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    let digits = bytes[start..<start + 4]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
