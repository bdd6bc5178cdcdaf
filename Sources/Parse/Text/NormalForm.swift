/// Unicode normal form C of Latin letters; all that Vietnamese needs, and without Foundation.
enum NormalForm {
  /// The text with letters and their marks joined; text without combining marks is returned as it is.
  static func composed(_ utf8: [UInt8]) -> [UInt8] {
    guard utf8.contains(where: { $0 & 0xFE == 0xCC }) else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var known: [UInt32: Unicode.Scalar?] = [:]
    utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      var at = 0
      while at + 1 < bytes.count {
        // The marks U+0300 to U+036F begin with these two bytes.
        guard bytes[at] & 0xFE == 0xCC else {
          at += 1
          continue
        }
        result.append(contentsOf: bytes[start..<at])
        start = at
        at += 2
        let mark = UInt32(bytes[start] & 0x1F) << 6 | UInt32(bytes[start + 1] & 0x3F)
        if join(mark, to: &result, &known) { start = at }
      }
      result.append(contentsOf: bytes[start...])
    }
    return result
  }

  /// Puts the letter that the last one makes with a mark in its place; false if there is none.
  private static func join(
    _ mark: UInt32, to text: inout [UInt8], _ known: inout [UInt32: Unicode.Scalar?]
  ) -> Bool {
    guard let start = text.lastIndex(where: { $0 & 0xC0 != 0x80 }), text[start] >= 0x41, text[start] < 0xF0,
      let base = String(decoding: text[start...], as: UTF8.self).unicodeScalars.first
    else { return false }
    let key = base.value << 8 | (mark & 0xFF)
    let letter = known[key] ?? Self.letter(base, mark)
    known[key] = .some(letter)
    guard let letter else { return false }
    text.removeSubrange(start...)
    Entities.append(letter, to: &text)
    return true
  }

  /// Characters are equal when they are canonically equivalent, so a decomposed one finds its composed form.
  private static func letter(_ base: Unicode.Scalar, _ mark: UInt32) -> Unicode.Scalar? {
    guard mark < 0x370, let mark = Unicode.Scalar(mark) else { return nil }
    var text = String.UnicodeScalarView()
    text.append(base)
    text.append(mark)
    let written = String(text)
    guard written.count == 1, let character = written.first else { return nil }
    return letters[character]
  }

  private static let letters: [Character: Unicode.Scalar] = {
    let scalars = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
