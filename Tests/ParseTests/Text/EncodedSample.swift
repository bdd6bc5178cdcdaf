import Foundation

/// A text as the bytes of a document in one of the encodings outlets use.
enum EncodedSample {
  struct Unknown: Error {}

  static func bytes(of words: String, _ form: String) throws -> [UInt8] {
    let name = form.split(separator: " ")[0]
    let isUnsaid = form.hasSuffix("header") || form.hasSuffix("unsaid") || name == "utf-8"
    let text = (isUnsaid ? "" : "<?xml version='1.0' encoding='\(name)'?>") + words
    switch form {
    case "utf-8": return Array(text.utf8)
    case "utf-8 mark": return [0xEF, 0xBB, 0xBF] + text.utf8
    case "utf-8 parted": return Array(text.decomposedStringWithCanonicalMapping.utf8)
    case "utf-16le mark": return [0xFF, 0xFE] + wide(words, .littleEndian)
    case "utf-16be mark": return [0xFE, 0xFF] + wide(words, .bigEndian)
    case "utf-16le": return wide(text, .littleEndian)
    case "utf-16be": return wide(text, .bigEndian)
    default: return try text.flatMap { try vietnamese($0) }
    }
  }

  private enum Order { case littleEndian, bigEndian }

  private static func wide(_ text: String, _ order: Order) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return order == .littleEndian ? bytes : bytes.reversed()
    }
  }

  /// windows-1258: letters that it has as they are, of all others the letter and then its tone.
  private static func vietnamese(_ letter: Character) throws -> [UInt8] {
    if let byte = letters[letter] { return [byte] }
    var scalars = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
    if scalars.count == 1, let byte = UInt8(exactly: scalars[0].value), byte < 0x80 { return [byte] }
    guard let place = scalars.firstIndex(where: { tones[$0] != nil }), let tone = tones[scalars.remove(at: place)]
    else {
      throw Unknown()
    }
    var base = ""
    base.unicodeScalars.append(contentsOf: scalars)
    return try vietnamese(Character(base)) + [tone]
  }

  private static let letters: [Character: UInt8] = [
    "à": 0xE0, "á": 0xE1, "â": 0xE2, "ă": 0xE3, "è": 0xE8, "é": 0xE9, "ê": 0xEA, "ô": 0xF4, "ơ": 0xF5, "ư": 0xFD,
    "đ": 0xF0,
    "Đ": 0xD0, "ó": 0xF3, "ù": 0xF9, "ú": 0xFA,
  ]
  private static let tones: [Unicode.Scalar: UInt8] = [
    "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
  ]
}
