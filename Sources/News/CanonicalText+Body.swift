extension CanonicalText {
  /// The canonical form of a body given in UTF-8: its lines, cut at every line break of Unicode, without empty ones;
  /// nil where it is no UTF-8.
  public static func body(_ utf8: Span<UInt8>) -> String? {
    // Nearly every body ends here, and its bytes were just seen to be UTF-8.
    if CanonicalScan.lines.accepts(utf8) { return string(utf8) }
    guard isUTF8(utf8) else { return nil }
    var lines: [String] = []
    var start = 0
    for at in 0...utf8.count {
      let length = at < utf8.count ? breakLength(utf8, at) : 1
      guard length > 0 else { continue }
      let words = of(string(utf8.extracting(start..<at)))
      if !words.isEmpty { lines.append(words) }
      start = at + length
    }
    return lines.joined(separator: "\n")
  }

  /// Bytes that are known to be UTF-8 as a string: to check them again would take the most of it.
  private static func string(_ utf8: Span<UInt8>) -> String { String(copying: UTF8Span(unchecked: utf8)) }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    do { _ = try UTF8Span(validating: bytes) } catch { return false }
    return true
  }

  /// Of the breaks of ASCII, and of U+0085, U+2028 and U+2029, in sound UTF-8; 0 where none starts.
  private static func breakLength(_ utf8: Span<UInt8>, _ at: Int) -> Int {
    switch utf8[at] {
    case 0x0A...0x0D: 1
    case 0xC2: utf8[at + 1] == 0x85 ? 2 : 0
    case 0xE2: utf8[at + 1] == 0x80 && utf8[at + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }
}
