import Foundation

/// Latin letters with marks: which letter and mark make which letter (Unicode, canonical composition).
enum MarkedLetters {
  private static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// Combining classes of the marks: those of one class keep their order, others stand by class.
  private static let classes: [UInt8] = marks.map { value in
    Unicode.Scalar(value).map { $0.properties.canonicalCombiningClass.rawValue } ?? 0
  }

  /// What each letter with marks is made of: the bare letter and its marks in order.
  private static let parts: [UInt32: [UInt32]] = {
    var parts: [UInt32: [UInt32]] = [:]
    for letter in [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap({ Unicode.Scalar(UInt32($0)) }) {
      let made = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      if made.count > 1, made.dropFirst().allSatisfy(isMark) { parts[letter.value] = made }
    }
    return parts
  }()

  /// The letter that a letter and a mark make, by both.
  private static let pairs: [UInt64: UInt32] = {
    var pairs: [UInt64: UInt32] = [:]
    // Those with one mark first, as a letter with two is made of one of them.
    for (letter, made) in parts.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
      if let before = join(made[0], made[1..<(made.count - 1)], pairs) {
        pairs[key(before, made[made.count - 1])] = letter
      }
    }
    return pairs
  }()

  static func isMark(_ value: UInt32) -> Bool { marks.contains(value) }

  /// The one letter that a letter and its marks are; nil where there is none.
  static func join(_ base: UInt32, _ marks: [UInt32]) -> Unicode.Scalar? {
    let letter =
      join(base, ordered(marks[...]), pairs)
      // Windows-1258 writes ê and a dot below, but the dot is the mark that joins first.
      ?? parts[base].flatMap { join($0[0], ordered($0[1...] + marks), pairs) }
    return letter.flatMap(Unicode.Scalar.init)
  }

  private static func join(_ base: UInt32, _ marks: ArraySlice<UInt32>, _ pairs: [UInt64: UInt32]) -> UInt32? {
    var letter = base
    for mark in marks {
      guard let joined = pairs[key(letter, mark)] else { return nil }
      letter = joined
    }
    return letter
  }

  private static func ordered(_ marks: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    guard marks.count > 1 else { return marks }
    let places = marks.indices.sorted { a, b in
      let (first, second) = (combiningClass(marks[a]), combiningClass(marks[b]))
      return first == second ? a < b : first < second
    }
    return ArraySlice(places.map { marks[$0] })
  }

  private static func combiningClass(_ mark: UInt32) -> UInt8 { classes[Int(mark - marks.lowerBound)] }
  private static func key(_ letter: UInt32, _ mark: UInt32) -> UInt64 { UInt64(letter) << 32 | UInt64(mark) }
}
