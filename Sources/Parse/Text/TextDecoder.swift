import News

/// Turns the bytes of a document into clean UTF-8: by mark, by validity, by declaration, by guess.
public enum TextDecoder {
  /// The text of a document; `contentType` is the HTTP header of that name.
  public static func decode(_ bytes: [UInt8], contentType: String?) -> DecodedText {
    let scan = TextScan(bytes)
    if scan.isUTF8, !startsWithMark(bytes) {
      let text = DecodedText(utf8: bytes, encoding: "utf-8", step: .validUTF8, damaged: false)
      return cleaned(text, scan)
    }
    let text = unclean(bytes, contentType: contentType)
    return cleaned(text, TextScan(text.utf8))
  }

  private static func cleaned(_ text: DecodedText, _ scan: TextScan) -> DecodedText {
    var text = text
    if scan.hasForbidden { text.utf8 = ControlCharacters.dropped(from: text.utf8) }
    if scan.hasMarks { text.utf8 = NormalForm.composed(text.utf8) }
    return text
  }

  /// A byte order mark, or UTF-16 whose zero bytes are valid UTF-8 too.
  private static func startsWithMark(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    return first == 0xEF || first == 0 || (bytes.count > 1 && bytes[1] == 0)
  }

  private static func unclean(_ bytes: [UInt8], contentType: String?) -> DecodedText {
    if let marked = byMark(bytes) { return marked }
    if TextScan(bytes).isUTF8 {
      return DecodedText(utf8: bytes, encoding: "utf-8", step: .validUTF8, damaged: false)
    }
    let http = contentType.flatMap { EncodingLabel.inContentType($0) }
    let declared = EncodingLabel.inDocument(bytes)
    for (label, step) in [(http, DecodedText.Step.http), (declared, .declared)] {
      guard let label, label != "utf-8", !label.hasPrefix("utf-16") || looksWide(bytes) else { continue }
      if let utf8 = Iconv.utf8(from: bytes, encoding: label) {
        return DecodedText(utf8: utf8, encoding: label, step: step, damaged: false)
      }
    }
    if let repaired = repaired(bytes, isDeclared: http == "utf-8" || declared == "utf-8") { return repaired }
    return guessed(bytes)
  }

  private static func byMark(_ bytes: [UInt8]) -> DecodedText? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      if TextScan(rest).isUTF8 { return DecodedText(utf8: rest, encoding: "utf-8", step: .bom, damaged: false) }
      return repaired(rest, isDeclared: true) ?? guessed(rest)
    }
    let wide: (name: String, skip: Int)? =
      switch (bytes.first, bytes.dropFirst().first) {
      case (0xFF, 0xFE): ("utf-16le", 2)
      case (0xFE, 0xFF): ("utf-16be", 2)
      case (0x3C, 0x00) where bytes.starts(with: [0x3C, 0, 0x3F, 0]): ("utf-16le", 0)
      case (0x00, 0x3C) where bytes.starts(with: [0, 0x3C, 0, 0x3F]): ("utf-16be", 0)
      default: nil
      }
    guard let wide, let utf8 = Iconv.utf8(from: Array(bytes.dropFirst(wide.skip)), encoding: wide.name) else {
      return nil
    }
    let step: DecodedText.Step = wide.skip > 0 ? .bom : .declared
    return DecodedText(utf8: utf8, encoding: "utf-16", step: step, damaged: false)
  }

  /// UTF-16 labels are often false: real UTF-16 markup is full of zero bytes.
  private static func looksWide(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(512).count { $0 == 0 } * 8 > min(bytes.count, 512)
  }

  /// UTF-8 with a few bad bytes, each of which becomes U+FFFD.
  private static func repaired(_ bytes: [UInt8], isDeclared: Bool) -> DecodedText? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var bad = 0
    var wide = 0
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        let length = UTF8Sequence.length(buffer, at)
        if length > 0 {
          result.append(contentsOf: buffer[at..<at + length])
          if length > 1 { wide += 1 }
        } else {
          result.append(contentsOf: [0xEF, 0xBF, 0xBD])
          bad += 1
        }
        at += max(length, 1)
      }
    }
    let isUTF8 = isDeclared ? bad * 100 <= bytes.count && wide >= bad : wide > bad * 10
    return isUTF8 ? DecodedText(utf8: result, encoding: "utf-8", step: .repaired, damaged: true) : nil
  }

  private static func guessed(_ bytes: [UInt8]) -> DecodedText {
    if let utf8 = Iconv.utf8(from: bytes, encoding: "windows-1258"), VietnameseLetters.areOnlyLetters(in: utf8) {
      return DecodedText(utf8: utf8, encoding: "windows-1258", step: .guessed, damaged: false)
    }
    let utf8 = Iconv.utf8(from: bytes, encoding: "windows-1252")
    return DecodedText(
      utf8: utf8 ?? Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: "windows-1252", step: .guessed,
      damaged: utf8 == nil)
  }
}
