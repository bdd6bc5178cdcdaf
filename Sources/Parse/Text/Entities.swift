import CXML

/// Character references of HTML.
enum Entities {
  /// The character that the reference at `at` means, and where the reference ends; nil if it is a bare ampersand.
  static func decode(_ bytes: [UInt8], _ at: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(at + 34, bytes.count)
    guard at + 2 < limit, let end = bytes[(at + 1)..<limit].firstIndex(of: UInt8(ascii: ";")), end > at + 1 else {
      return nil
    }
    let name = bytes[(at + 1)..<end]
    let scalar = name.first == UInt8(ascii: "#") ? number(name.dropFirst()) : named(name)
    return scalar.map { ($0, end + 1) }
  }

  /// The character that two references to the halves of a UTF-16 pair mean together.
  static func decodeSurrogates(_ bytes: [UInt8], _ at: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let high = half(bytes, at, of: 0xD800...0xDBFF), let low = half(bytes, high.end, of: 0xDC00...0xDFFF) else {
      return nil
    }
    let value = 0x10000 + (high.value - 0xD800) << 10 + (low.value - 0xDC00)
    return Unicode.Scalar(value).map { ($0, low.end) }
  }

  private static func half(_ bytes: [UInt8], _ at: Int, of range: ClosedRange<UInt32>) -> (value: UInt32, end: Int)? {
    guard at + 3 < bytes.count, bytes[at] == UInt8(ascii: "&"), bytes[at + 1] == UInt8(ascii: "#"),
      let end = bytes[at..<min(at + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
      let value = value(of: bytes[(at + 2)..<end]), range.contains(value)
    else { return nil }
    return (value, end + 1)
  }

  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
  }

  /// A named character, by libxml2's HTML 4 table and a few newer names.
  static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }) else { return nil }
    let name = String(decoding: name, as: UTF8.self)
    if let scalar = newer[name] { return scalar }
    return htmlEntityLookup(name).flatMap { Unicode.Scalar($0.pointee.value) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let value = value(of: digits) else { return nil }
    // Browsers read 128 to 159 as windows-1252.
    if (0x80...0x9F).contains(value), let old = Iconv.utf8(from: [UInt8(value)], encoding: "windows-1252") {
      return String(decoding: old, as: UTF8.self).unicodeScalars.first
    }
    return Unicode.Scalar(value)
  }

  private static func value(of digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    return UInt32(String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self), radix: isHex ? 16 : 10)
  }

  private static let newer: [String: Unicode.Scalar] = [
    "apos": "'", "colon": ":", "comma": ",", "period": ".", "excl": "!", "quest": "?", "lpar": "(", "rpar": ")",
    "semi": ";", "num": "#", "percnt": "%", "plus": "+", "equals": "=", "lowbar": "_", "sol": "/", "commat": "@",
    "Tab": "\t", "NewLine": "\n", "abreve": "ă", "Abreve": "Ă", "dstrok": "đ", "Dstrok": "Đ", "utilde": "ũ",
    "Utilde": "Ũ", "itilde": "ĩ", "Itilde": "Ĩ", "hyphen": "‐", "dollar": "$", "lsqb": "[", "rsqb": "]",
  ]
}
