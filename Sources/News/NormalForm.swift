/// Unicode normal form C of Latin letters alone, for whole documents: full NFC would join a mark to the `<` or `>`
/// before it and break the markup. What is kept as text is composed in full by `CanonicalText`.
public enum NormalForm {
  /// The text with letters and their marks joined; text without combining marks is returned as it is.
  public static func composed(_ utf8: [UInt8]) -> [UInt8] {
    guard hasMarks(utf8) else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for character in String(decoding: utf8, as: UTF8.self) {
      let isSingle = character.unicodeScalars.dropFirst().isEmpty
      let joined = isSingle ? character : letters[character] ?? character
      result.append(contentsOf: joined.utf8)
    }
    return result
  }

  /// Characters are equal when they are canonically equivalent, so a decomposed one finds its composed form.
  private static let letters: [Character: Character] = {
    let scalars = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    return Dictionary(scalars.map { (Character($0), Character($0)) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether a combining mark U+0300 to U+036F occurs; no other sign of Vietnamese needs joining.
  private static func hasMarks(_ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte == 0xCC || byte == 0xCD { return true }
      return false
    }
  }
}
