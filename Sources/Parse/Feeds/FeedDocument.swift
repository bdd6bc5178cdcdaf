/// The bytes of a feed on their way to the XML parser.
struct FeedDocument {
  private static let tagLimit = 64 << 10
  /// The parser compares each attribute of a tag with every other.
  private static let attributeLimit = 256

  private(set) var bytes: [UInt8]

  /// What stands before the first `<`, and the XML declaration (the text is UTF-8 by now), become white space,
  /// so that lines keep their numbers.
  init(_ utf8: [UInt8]) {
    bytes = utf8
    guard let first = bytes.firstIndex(of: 0x3C) else { return }
    blank(0..<first)
    let declaration = Array("<?xml ".utf8)
    let head = bytes[first...].prefix(4096)
    if let start = head.indices.first(where: { bytes[$0] == 0x3C && bytes[$0...].starts(with: declaration) }),
      let end = bytes[start...].firstIndex(of: 0x3E)
    {
      blank(start..<end + 1)
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where bytes[index] != 0x0A { bytes[index] = 0x20 }
  }

  /// Refuses what costs the parser too much: giant tags, declarations of entities, documents that are no XML.
  func screen() -> ParseFailure? {
    bytes.withUnsafeBufferPointer { buffer in
      guard var at = MarkupSection.find(0x3C, buffer, 0) else {
        return ParseFailure(.notAFeed, "the document has no markup")
      }
      while true {
        let section = MarkupSection(buffer, at)
        switch section.kind {
        case .documentType where section.hasSubset:
          return ParseFailure(.documentType, "the document type declares entities", line: line(of: at))
        case .documentType where section.isHTML:
          return ParseFailure(.notAFeed, "an HTML page")
        case .tag where section.end - at > Self.tagLimit:
          return ParseFailure(.tagTooLong, "a tag is longer than 64 KiB", line: line(of: at))
        case .tag where section.attributes > Self.attributeLimit:
          return ParseFailure(
            .tagTooLong, "a tag has more than \(Self.attributeLimit) attributes", line: line(of: at))
        default: break
        }
        guard let next = MarkupSection.find(0x3C, buffer, section.end) else { return nil }
        at = next
      }
    }
  }

  private func line(of index: Int) -> Int { bytes[..<index].count { $0 == 0x0A } + 1 }

  /// Mends what feeds often get wrong outside CDATA: bare ampersands, HTML's entity names, a stray `<`, and
  /// references to characters that XML forbids.
  mutating func mend() {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if buffer[at] == 0x3C {
          let section = MarkupSection(buffer, at)
          switch section.kind {
          case .stray: result.append(contentsOf: "&lt;".utf8)
          case .tag: appendMended(buffer, at..<section.end, to: &result)
          default: result.append(contentsOf: buffer[at..<section.end])
          }
          at = section.end
        } else {
          let end = buffer[at...].firstIndex(of: 0x3C) ?? buffer.count
          appendMended(buffer, at..<end, to: &result)
          at = end
        }
      }
    }
    bytes = result
  }

  private func appendMended(
    _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      if buffer[at] != UInt8(ascii: "&") {
        result.append(buffer[at])
        at += 1
      } else if let end = forbiddenReferenceEnd(buffer, at) {
        at = end
      } else if let entity = Entities.decode(bytes, at), entity.end <= range.upperBound {
        appendReference(entity.scalar, to: &result)
        at = entity.end
      } else {
        result.append(contentsOf: "&amp;".utf8)
        at += 1
      }
    }
  }

  private func appendReference(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    switch scalar {
    case "<": result.append(contentsOf: "&lt;".utf8)
    case "&": result.append(contentsOf: "&amp;".utf8)
    case ">": result.append(contentsOf: "&gt;".utf8)
    case "\"": result.append(contentsOf: "&quot;".utf8)
    case "'": result.append(contentsOf: "&#39;".utf8)
    default:
      let isForbidden = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
      if !isForbidden, scalar.value & 0xFFFE != 0xFFFE { Entities.append(scalar, to: &result) }
    }
  }

  /// The end of a numeric reference that means no character; it is dropped.
  private func forbiddenReferenceEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at + 2 < buffer.count, buffer[at + 1] == UInt8(ascii: "#") else { return nil }
    let digits = buffer[(at + 2)...].prefix(12).prefix {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) || $0 | 0x20 == UInt8(ascii: "x")
    }
    guard !digits.isEmpty, digits.endIndex < buffer.count, buffer[digits.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    return Entities.decode(bytes, at) == nil ? digits.endIndex + 1 : nil
  }
}
