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
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
    // Browsers read 128 to 159 as windows-1252.
    if (0x80...0x9F).contains(value), let old = Iconv.utf8(from: [UInt8(value)], encoding: "windows-1252") {
      return String(decoding: old, as: UTF8.self).unicodeScalars.first
    }
    return Unicode.Scalar(value)
  }

  private static let newer: [String: Unicode.Scalar] = [
    "apos": "'", "colon": ":", "comma": ",", "period": ".", "excl": "!", "quest": "?", "lpar": "(", "rpar": ")",
    "semi": ";", "num": "#", "percnt": "%", "plus": "+", "equals": "=", "lowbar": "_", "sol": "/", "commat": "@",
    "Tab": "\t", "NewLine": "\n", "abreve": "ă", "Abreve": "Ă", "dstrok": "đ", "Dstrok": "Đ", "utilde": "ũ",
    "Utilde": "Ũ", "itilde": "ĩ", "Itilde": "Ĩ", "hyphen": "‐", "dollar": "$", "lsqb": "[", "rsqb": "]",
  ]
}
