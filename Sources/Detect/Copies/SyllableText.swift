/// A text as folded syllables: a code for each, and where it stands in the text (Unicode scalar offsets).
public struct SyllableText: Sendable {
  /// One code a syllable; syllables that differ in house style alone share it.
  public private(set) var codes: [UInt64] = []
  /// Start and end of each syllable; half the width of Int, as many texts are kept at once.
  private var bounds: [(start: Int32, end: Int32)] = []

  /// Cuts a text into syllables and folds house styles of spelling together.
  public init(_ text: String) {
    var text = text
    (codes, bounds) = text.withUTF8 { utf8 in
      // A syllable takes two bytes at the least, with what parts it from the next.
      let most = utf8.count / 2 + 1
      return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: most) { codes in
        withUnsafeTemporaryAllocation(of: (start: Int32, end: Int32).self, capacity: most) { bounds in
          let count = Self.read(utf8, codes, bounds)
          return (Array(codes[..<count]), Array(bounds[..<count]))
        }
      }
    }
  }

  /// Writes the codes and bounds of all syllables and tells how many there are. Without checks for overflow: nothing
  /// here counts further than the bytes do.
  private static func read(
    _ utf8: UnsafeBufferPointer<UInt8>, _ codes: UnsafeMutableBufferPointer<UInt64>,
    _ bounds: UnsafeMutableBufferPointer<(start: Int32, end: Int32)>
  ) -> Int {
    LetterFold.table.withUnsafeBufferPointer { table in
      var syllable = Syllable()
      var (count, offset, at) = (0, Int32(0), 0)
      while at < utf8.count {
        let scalar = scalar(utf8, &at)
        let letter = Int(scalar) < table.count ? table[Int(scalar)] : LetterFold.beyondTable(scalar)
        if letter.kind == .word {
          syllable.take(letter, at: offset)
        } else if syllable.isOpen {
          if letter.kind == .gap {
            codes[count] = syllable.code
            bounds[count] = (syllable.start, syllable.end)
            count &+= 1
            syllable = Syllable()
          } else if letter.kind == .mark {
            syllable.takeMark(letter, at: offset)
          }
        }
        offset &+= 1
      }
      if syllable.isOpen {
        codes[count] = syllable.code
        bounds[count] = (syllable.start, syllable.end)
        count &+= 1
      }
      return count
    }
  }

  /// The next scalar of a string, whose UTF-8 is known to be sound.
  @inline(__always)
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = UInt32(utf8[at])
    if lead < 0x80 {
      at &+= 1
      return lead
    }
    func rest(_ i: Int) -> UInt32 { UInt32(utf8[at &+ i]) & 0x3F }
    let two = (lead & 0x1F) << 6 | rest(1)
    if lead < 0xE0 {
      at &+= 2
      return two
    }
    let three = (two << 6 | rest(2)) & 0xFFFF
    if lead < 0xF0 {
      at &+= 3
      return three
    }
    defer { at &+= 4 }
    return (three << 6 | rest(3)) & 0x1F_FFFF
  }

  /// The scalars of a text, in a fraction of the time that walking its view takes.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    var text = text
    return text.withUTF8 { utf8 in
      Array(unsafeUninitializedCapacity: utf8.count) { scalars, count in
        var at = 0
        while at < utf8.count {
          scalars.initializeElement(at: count, to: Unicode.Scalar(scalar(utf8, &at)) ?? "\u{FFFD}")
          count &+= 1
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
  private var hash = Self.seed
  private var hashBeforeLast: UInt64 = 0
  private var last: UInt32 = 0
  private var beforeLast: UInt32 = 0
  private var tone: UInt8 = 0

  var isOpen: Bool { last != 0 }

  @inline(__always)
  mutating func take(_ letter: LetterFold.Letter, at offset: Int32) {
    if !isOpen { start = offset }
    end = offset &+ 1
    (hashBeforeLast, beforeLast) = (hash, last)
    // Both ways, and the right one kept: which letters bear a mark cannot be foreseen, and a wrong guess takes longer.
    let quality = UInt32(letter.quality)
    let plain = Self.next(hash, letter.base)
    let marked = Self.next(plain, quality)
    hash = quality != 0 ? marked : plain
    last = quality != 0 ? quality : letter.base
    tone = letter.tone != 0 ? letter.tone : tone
  }

  /// Takes a mark that stands apart from its letter.
  mutating func takeMark(_ mark: LetterFold.Letter, at offset: Int32) {
    end = offset &+ 1
    if mark.tone != 0 { tone = mark.tone }
    if mark.quality != 0 {
      last = UInt32(mark.quality)
      hash = Self.next(hash, last)
    }
  }

  @inline(__always)
  var code: UInt64 {
    // One sound, two spellings: lý and lí, kỹ and kĩ, quy and qui.
    let softens = last == 0x79 && (LetterFold.isBeforeY(beforeLast) || hash == Self.quy)
    let folded = softens ? Self.next(hashBeforeLast, 0x69) : hash
    return Mixer.mix(folded ^ (UInt64(tone) << 56))
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let quy: UInt64 = "quy".unicodeScalars.reduce(seed) { next($0, $1.value) }

  @inline(__always)
  private static func next(_ hash: UInt64, _ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01b3 }
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
