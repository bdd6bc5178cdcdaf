/// The names of character sets that headers and documents state.
enum EncodingLabel {
  /// The charset of a Content-Type header.
  static func inContentType(_ header: String) -> String? {
    let lower = Array(header.lowercased().utf8)
    return find("charset=", in: lower[...]).flatMap { known(value(lower[$0...])) }
  }

  /// The set named by an XML declaration or a meta element in the first 1,024 bytes.
  static func inDocument(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1024).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for mark in ["encoding=", "charset="] {
      if let start = find(mark, in: head[...]), let name = known(value(head[start...])) { return name }
    }
    return nil
  }

  private static func find(_ mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).first { bytes[$0...].starts(with: mark) }
      .map { $0 + mark.count }
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    let inner = bytes.drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    let name = inner.prefix {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-_.:".utf8.contains($0)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Labels as browsers read them: Latin 1 means windows-1252.
  private static func known(_ label: String) -> String? {
    switch label {
    case "": nil
    case "utf8", "utf-8", "unicode-1-1-utf-8": "utf-8"
    case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "cp1252": "windows-1252"
    case "cp1258", "x-cp1258": "windows-1258"
    case "utf-16", "utf16", "unicode", "ucs-2": "utf-16"
    default: label
    }
  }
}
