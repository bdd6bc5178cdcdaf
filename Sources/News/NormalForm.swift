/// Unicode normal form C of Latin letters alone, for whole documents: full NFC would join a mark to the `<` or `>`
/// before it and break the markup. What is kept as text is composed in full by `CanonicalText`.
public enum NormalForm {
  /// The text with letters and their marks joined; text without combining marks is returned as it is.
  public static func composed(_ utf8: [UInt8]) -> [UInt8] {
    utf8.withUnsafeBufferPointer { bytes in
      var marks = MarkSearch(bytes)
      guard var at = marks.next(from: 0) else { return utf8 }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var copied = 0
      while true {
        var base = max(at - 1, copied)
        while base > copied, bytes[base] & 0xC0 == 0x80 { base -= 1 }
        while at < bytes.count, MarkSearch.isMark(bytes[at]) { at += 2 }
        at = min(at, bytes.count)
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<base]))
        appendJoined(bytes[base..<at], to: &result)
        copied = at
        guard let next = marks.next(from: at) else { break }
        at = next
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
      return result
    }
  }

  /// No letter bears more marks.
  private static let mostMarks = 8

  /// One letter with the marks that follow it: joined where all of it is one letter, else as it stands.
  private static func appendJoined(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to result: inout [UInt8]) {
    if let joined = joined(bytes) {
      UTF8.encode(joined).map { result.append(contentsOf: $0) }
    } else {
      result.append(contentsOf: bytes)
    }
  }

  private static func joined(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    guard bytes.count <= 4 + 2 * mostMarks, case .scalarValue(let base) = decoder.decode(&rest) else { return nil }
    var marks: [UInt32] = []
    while case .scalarValue(let mark) = decoder.decode(&rest) {
      guard MarkedLetters.isMark(mark.value) else { return nil }
      marks.append(mark.value)
    }
    return MarkedLetters.join(base.value, marks)
  }
}
