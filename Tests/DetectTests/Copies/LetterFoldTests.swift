import Foundation
import Testing

@testable import Detect

struct LetterFoldTests {
  private static let tones: [UInt32: UInt8] = [0x300: 1, 0x301: 2, 0x309: 3, 0x303: 4, 0x323: 5]

  /// The table holds what Unicode's own decomposition says.
  @Test func table_whenALetterIsLatin_agreesWithFoundation() {
    for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else { continue }
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      let marks = parts.dropFirst().map(\.value)
      let letter = LetterFold.table[value]
      #expect(letter.tone == marks.compactMap { Self.tones[$0] }.last ?? 0, "U+\(String(value, radix: 16))")
      #expect(letter.quality == marks.last { Self.tones[$0] == nil } ?? 0, "U+\(String(value, radix: 16))")
      let lower = parts.first?.properties.lowercaseMapping.unicodeScalars.first?.value
      #expect(letter.base == (lower == 0xF0 ? 0x111 : lower), "U+\(String(value, radix: 16))")
    }
  }
}
