/// FNV-1a: ids and entity tags that are the same in every run.
enum Checksum {
  static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  static func hexadecimal(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String((String(repeating: "0", count: digits) + text).suffix(digits))
  }
}
