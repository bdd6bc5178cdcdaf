/// The shape of UTF-8.
enum UTF8Sequence {
  /// The length of the well-formed sequence at `at`, 0 if there is none (Unicode table 3-7).
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    guard first >= 0xC2, first <= 0xF4, at + 1 < bytes.count else { return 0 }
    let second = bytes[at + 1]
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high, at + 2 < bytes.count, bytes[at + 2] & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 { return 3 }
    return at + 3 < bytes.count && bytes[at + 3] & 0xC0 == 0x80 ? 4 : 0
  }
}
