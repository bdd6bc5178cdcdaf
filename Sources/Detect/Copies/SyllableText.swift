/// A text as folded syllables: a code for each, and where it stands in the text (Unicode scalar offsets).
public struct SyllableText: Sendable {
  /// One code a syllable; syllables that differ in house style alone share it.
  public private(set) var codes: [UInt64] = []
  /// Start and end of each syllable; half the width of Int, as many texts are kept at once.
  private var bounds: [(start: Int32, end: Int32)] = []

  /// Cuts a text into syllables and folds house styles of spelling together.
  public init(_ text: String) {
    // More than five bytes a syllable, with the space.
    let guess = text.utf8.count / 5 + 16
    var codes: [UInt64] = []
    var bounds: [(start: Int32, end: Int32)] = []
    codes.reserveCapacity(guess)
    bounds.reserveCapacity(guess)
    var text = text
    text.withUTF8 { utf8 in
      LetterFold.table.withUnsafeBufferPointer { table in
        var syllable = Syllable()
        var (offset, at) = (Int32(0), 0)
        while at < utf8.count {
          let scalar = Self.scalar(utf8, &at)
          let letter = Int(scalar) < table.count ? table[Int(scalar)] : LetterFold.beyondTable(scalar)
          if letter.kind == .word || letter.kind == .mark && syllable.isOpen {
            syllable.take(letter, at: offset)
          } else if letter.kind == .gap && syllable.isOpen {
            codes.append(syllable.code)
            bounds.append((syllable.start, syllable.end))
            syllable = Syllable()
          }
          offset += 1
        }
        if syllable.isOpen {
          codes.append(syllable.code)
          bounds.append((syllable.start, syllable.end))
        }
      }
    }
    (self.codes, self.bounds) = (codes, bounds)
  }

  /// The next scalar of a string, whose UTF-8 is known to be sound.
  @inline(__always)
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = UInt32(utf8[at])
    if lead < 0x80 {
      at += 1
      return lead
    }
    func rest(_ i: Int) -> UInt32 { UInt32(utf8[at + i]) & 0x3F }
    if lead < 0xE0 {
      defer { at += 2 }
      return (lead & 0x1F) << 6 | rest(1)
    }
    if lead < 0xF0 {
      defer { at += 3 }
      return (lead & 0x0F) << 12 | rest(1) << 6 | rest(2)
    }
    defer { at += 4 }
    return (lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
  }

  /// The scalars of a text, in a fraction of the time that walking its view takes.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    var text = text
    return text.withUTF8 { utf8 in
      Array(unsafeUninitializedCapacity: utf8.count) { scalars, count in
        var at = 0
        while at < utf8.count {
          scalars.initializeElement(at: count, to: Unicode.Scalar(scalar(utf8, &at)) ?? "\u{FFFD}")
          count += 1
        }
      }
    }
  }

  /// Where a syllable starts.
  public func start(_ syllable: Int) -> Int { Int(bounds[syllable].start) }
  /// Where a syllable ends.
  public func end(_ syllable: Int) -> Int { Int(bounds[syllable].end) }
}

/// A syllable being read. The tone is kept apart, so `hòa` and `hoà` are one.
private struct Syllable {
  private(set) var start: Int32 = 0
  private(set) var end: Int32 = 0
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private var hashBeforeLast: UInt64 = 0
  private var last: UInt32 = 0
  private var beforeLast: UInt32 = 0
  private var count = 0
  private var tone: UInt8 = 0

  var isOpen: Bool { count > 0 }

  @inline(__always)
  mutating func take(_ letter: LetterFold.Letter, at offset: Int32) {
    if count == 0 { start = offset }
    end = offset + 1
    if letter.tone != 0 { tone = letter.tone }
    if letter.base != 0 { push(letter.base) }
    if letter.quality != 0 { push(letter.quality) }
  }

  @inline(__always)
  private mutating func push(_ value: UInt32) {
    hashBeforeLast = hash
    beforeLast = last
    last = value
    hash = (hash ^ UInt64(value)) &* 0x100_0000_01b3
    count += 1
  }

  var code: UInt64 {
    // One sound, two spellings: lý and lí, kỹ and kĩ, quy and qui.
    let softens = last == 0x79 && (LetterFold.isBeforeY(beforeLast) || (count == 3 && beforeLast == 0x75 && isQuy))
    let folded = softens ? (hashBeforeLast ^ 0x69) &* 0x100_0000_01b3 : hash
    return Mixer.mix(folded ^ (UInt64(tone) << 56))
  }

  private var isQuy: Bool { hash == Self.quy }
  private static let quy: UInt64 = "quy".unicodeScalars.reduce(0xcbf2_9ce4_8422_2325) {
    ($0 ^ UInt64($1.value)) &* 0x100_0000_01b3
  }
}

/// The finishing step of splitmix64: every bit of the input reaches every bit of the output.
enum Mixer {
  static func mix(_ input: UInt64) -> UInt64 {
    var z = input &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
