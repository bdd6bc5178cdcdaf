/// One header field as it stood on the wire, without the space around its value.
public struct Header: Hashable, Sendable {
  /// The name as written.
  public var name: String
  /// The value; bytes that are not UTF-8 become U+FFFD.
  public var value: String

  /// Takes every field as given.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Reads `Name: value`; nil for a line without a colon.
  init?(line: some BidirectionalCollection<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else { return nil }
    name = String(decoding: line[..<colon], as: UTF8.self)
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    var value = line[line.index(after: colon)...].drop(while: isSpace)
    while let last = value.last, isSpace(last) { value = value.dropLast() }
    self.value = String(decoding: value, as: UTF8.self)
  }

  /// How many times the body was packed, as far as this field says.
  var codings: Int {
    guard isNamed("content-encoding") || isNamed("transfer-encoding") else { return 0 }
    let unpacked = ["", "identity", "chunked"]
    return value.split(separator: ",").count { coding in
      !unpacked.contains(String(coding.filter { $0 != " " && $0 != "\t" }).lowercased())
    }
  }

  func isNamed(_ other: StaticString) -> Bool {
    other.withUTF8Buffer { wanted in
      name.utf8.count == wanted.count && zip(name.utf8, wanted).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
}
