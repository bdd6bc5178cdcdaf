import Foundation

/// Latin letters with marks: which letter and mark make which letter (Unicode, canonical composition).
enum MarkedLetters {
  private static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// Combining classes of the marks: those of one class keep their order, others stand by class.
  private static let classes: [UInt8] = marks.map { value in
    Unicode.Scalar(value).map { $0.properties.canonicalCombiningClass.rawValue } ?? 0
  }

  /// The letter that a letter and a mark make, by both.
  private static let pairs: [UInt64: UInt32] = {
    var pairs: [UInt64: UInt32] = [:]
    let letters = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    // Twice, as a letter with two marks may stand before the one with the first of them.
    for letter in letters + letters {
      let parts = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      guard let last = parts.last, parts.count > 1, isMark(last) else { continue }
      if let before = join(parts[0], Array(parts[1..<(parts.count - 1)]), pairs) {
        pairs[key(before.value, last)] = letter.value
      }
    }
    return pairs
  }()

  static func isMark(_ value: UInt32) -> Bool { marks.contains(value) }

  /// The one letter that a letter and its marks are; nil where there is none.
  static func join(_ base: UInt32, _ marks: [UInt32]) -> Unicode.Scalar? { join(base, marks, pairs) }

  private static func join(_ base: UInt32, _ marks: [UInt32], _ pairs: [UInt64: UInt32]) -> Unicode.Scalar? {
    var letter = base
    for mark in ordered(marks) {
      guard let joined = pairs[key(letter, mark)] else { return nil }
      letter = joined
    }
    return Unicode.Scalar(letter)
  }

  private static func ordered(_ marks: [UInt32]) -> [UInt32] {
    guard marks.count > 1 else { return marks }
    let places = marks.indices.sorted { a, b in
      let (first, second) = (combiningClass(marks[a]), combiningClass(marks[b]))
      return first == second ? a < b : first < second
    }
    return places.map { marks[$0] }
  }

  private static func combiningClass(_ mark: UInt32) -> UInt8 { classes[Int(mark - marks.lowerBound)] }
  private static func key(_ letter: UInt32, _ mark: UInt32) -> UInt64 { UInt64(letter) << 32 | UInt64(mark) }
}
