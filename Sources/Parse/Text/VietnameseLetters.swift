/// Tells Vietnamese text from what other languages look like when read as windows-1258.
enum VietnameseLetters {
  /// Whether every letter beyond ASCII is one that Vietnamese writes.
  static func areOnlyLetters(in utf8: [UInt8]) -> Bool {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.value < 0xC0 || (0x2000...0x20CF).contains(scalar.value) || (0x1EA0...0x1EF9).contains(scalar.value)
        || others.contains(scalar)
    }
  }

  private static let others = Set(
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư".unicodeScalars + [
      "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
    ])
}
