import News

/// The characters XML forbids.
enum ControlCharacters {
  /// The text without C0 controls (tab and line ends stay), U+FFFE and U+FFFF.
  static func dropped(from utf8: [UInt8]) -> [UInt8] {
    let isClean = utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if at + 8 <= bytes.count {
          let eight = EightBytes(bytes, at)
          if !eight.mayFallBelow(0x20), !eight.mayHold(0xEF) {
            at += 8
            continue
          }
        }
        for index in at..<min(at + 8, bytes.count) where isForbidden(bytes, index) > 0 { return false }
        at += 8
      }
      return true
    }
    return isClean ? utf8 : copied(utf8)
  }

  private static func copied(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let length = isForbidden(bytes, at)
        if length == 0 { result.append(bytes[at]) }
        at += max(length, 1)
      }
    }
    return result
  }

  @inline(__always)
  private static func isForbidden(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    guard byte == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE else { return 0 }
    return 3
  }
}
