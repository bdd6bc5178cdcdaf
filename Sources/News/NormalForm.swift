/// Unicode normal form C of Latin letters alone, for whole documents: full NFC would join a mark to the `<` or `>`
/// before it and break the markup. What is kept as text is composed in full by `CanonicalText`.
public enum NormalForm {
  /// The text with letters and their marks joined; text without combining marks is returned as it is.
  public static func composed(_ utf8: [UInt8]) -> [UInt8] {
    guard hasMarks(utf8) else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    utf8.withUnsafeBufferPointer { bytes in
      var copied = 0
      var at = 0
      while at < bytes.count {
        guard isMark(bytes[at]) else {
          at += 1
          continue
        }
        var base = max(at - 1, copied)
        while base > copied, bytes[base] & 0xC0 == 0x80 { base -= 1 }
        while at < bytes.count, isMark(bytes[at]) { at += 2 }
        at = min(at, bytes.count)
        result.append(contentsOf: bytes[copied..<base])
        appendJoined(bytes[base..<at], to: &result)
        copied = at
      }
      result.append(contentsOf: bytes[copied...])
    }
    return result
  }

  private static let longestCluster = 32

  /// One letter with the marks that follow it.
  private static func appendJoined(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to result: inout [UInt8]) {
    // No letter bears so many marks; to compare them would take time by the square of their number.
    guard bytes.count <= longestCluster else { return result.append(contentsOf: bytes) }
    let cluster = String(decoding: bytes, as: UTF8.self)
    if let first = cluster.first, cluster.dropFirst().isEmpty, let joined = letters[first] {
      result.append(contentsOf: joined.utf8)
    } else {
      result.append(contentsOf: bytes)
    }
  }

  /// The first byte of U+0300 to U+037F.
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }

  /// Characters are equal when they are canonically equivalent, so a decomposed one finds its composed form.
  private static let letters: [Character: Character] = {
    let scalars = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    return Dictionary(scalars.map { (Character($0), Character($0)) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether a combining mark U+0300 to U+036F occurs; no other sign of Vietnamese needs joining.
  private static func hasMarks(_ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let isPlain = at + 8 <= bytes.count && !EightBytes(bytes, at).mayHold(0xCC, mask: 0xFE)
        if !isPlain, bytes[at..<min(at + 8, bytes.count)].contains(where: isMark) { return true }
        at += 8
      }
      return false
    }
  }
}
