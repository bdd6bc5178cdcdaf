import Foundation

/// How a Unicode scalar counts in a syllable: its lower-case letter, quality mark (â ă ơ) and tone.
enum LetterFold {
  enum Kind: UInt8 { case gap, word, mark, ignored }

  /// Eight bytes, as one is looked up for each scalar of a text.
  struct Letter {
    var base: UInt32 = 0
    var quality: UInt16 = 0
    var tone: UInt8 = 0
    var kind = Kind.gap
  }

  /// Scalars below U+2070, which hold all of Latin and its punctuation, read ahead of time.
  static let table: [Letter] = (UInt32(0)..<0x2070).map { value in
    Unicode.Scalar(value).map(letter) ?? Letter()
  }

  static func beyondTable(_ value: UInt32) -> Letter { Unicode.Scalar(value).map(plain) ?? Letter() }

  static func isBeforeY(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x68, 0x6B, 0x6C, 0x6D, 0x73, 0x74: true  // h k l m s t
    default: false
    }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Letter {
    if isInvisible(scalar.value) { return Letter(kind: .ignored) }
    // Taking letters apart is slow, and this is done at each start: only Latin and the marks themselves have need of it.
    switch scalar.value {
    case 0xC0...0x24F, 0x1E00...0x1EFF, 0x340...0x345: break
    // Ancient Greek parts words as punctuation does: fingerprints that are kept say so.
    case 0x1F00..<0x2070: return Letter()
    default: return plain(scalar)
    }
    let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
    var result = plain(parts.first ?? scalar)
    for mark in parts.dropFirst() { add(mark, to: &result) }
    return result
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Letter {
    let properties = scalar.properties
    if (0x300...0x36F).contains(scalar.value) {
      var mark = Letter(kind: .mark)
      add(scalar, to: &mark)
      return mark
    }
    guard properties.isAlphabetic || properties.numericType != nil || properties.isDiacritic && scalar.value > 0x36F
    else { return Letter() }
    let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    // Eth is typed for d with stroke: the capitals look alike.
    return Letter(base: lower.value == 0xF0 ? 0x111 : lower.value, kind: .word)
  }

  private static func add(_ mark: Unicode.Scalar, to letter: inout Letter) {
    switch mark.value {
    case 0x300, 0x340: letter.tone = 1
    case 0x301, 0x341: letter.tone = 2
    case 0x309: letter.tone = 3
    case 0x303: letter.tone = 4
    case 0x323: letter.tone = 5
    default: letter.quality = UInt16(truncatingIfNeeded: mark.value)
    }
  }

  private static func isInvisible(_ value: UInt32) -> Bool {
    value == 0xAD || (0x200B...0x200F).contains(value) || (0x2060...0x2064).contains(value) || value == 0xFEFF
  }
}
