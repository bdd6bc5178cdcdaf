/// The bytes of a feed on their way to the XML parser.
struct FeedDocument {
  private static let tagLimit = 64 << 10
  /// The parser compares each attribute of a tag with every other.
  private static let attributeLimit = 256

  /// A server's warnings before the feed are shorter than that.
  private static let headLimit = 64 << 10
  /// Shorter texts are not worth a call of their own.
  private static let longText = 256
  private static let roots = ["rss", "rdf", "feed", "urlset", "sitemapindex", "opml", "channel"].map { Array($0.utf8) }

  private(set) var bytes: [UInt8]
  /// Where the document begins: what stands before the root (a server's warnings, comments, the XML declaration: the
  /// text is UTF-8 by now) is passed over. A document type is left to be judged.
  private(set) var start: Int
  /// The lines passed over.
  let linesBefore: Int
  /// The long texts in CDATA sections, in order; the screening finds them.
  private(set) var longTexts: [Range<Int>] = []

  init(_ utf8: [UInt8]) {
    bytes = utf8
    start = utf8.withUnsafeBufferPointer { Self.start(of: $0) }
    linesBefore = utf8[..<start].count { $0 == 0x0A }
  }

  /// Where the document type or the root of a feed begins, else the first tag.
  private static func start(of buffer: UnsafeBufferPointer<UInt8>) -> Int {
    var first: Int?
    var at = MarkupSection.find(0x3C, buffer, 0)
    while let found = at, found < headLimit {
      let section = MarkupSection(buffer, found)
      if section.kind == .documentType { return found }
      if section.kind == .tag {
        first = first ?? found
        if isRoot(buffer, found + 1) { return found }
      }
      at = MarkupSection.find(0x3C, buffer, section.end)
    }
    return first ?? 0
  }

  private static func isRoot(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let name = buffer[at...].prefix(40).prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }.map { $0 | 0x20 }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name[...]
    return roots.contains { local.elementsEqual($0) }
  }

  /// Refuses what costs the parser too much: giant tags, declarations of entities, documents that are no XML.
  mutating func screen() -> ParseFailure? {
    var texts: [Range<Int>] = []
    defer { longTexts = texts }
    return bytes.withUnsafeBufferPointer { buffer in
      guard var at = MarkupSection.find(0x3C, buffer, start) else {
        return ParseFailure(.notAFeed, "the document has no markup")
      }
      while true {
        let section = MarkupSection(buffer, at)
        switch section.kind {
        case .characterData where section.end - at > Self.longText:
          if let text = section.text(buffer, at) { texts.append(text) }
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

  private func line(of index: Int) -> Int { linesBefore + bytes[start..<index].count { $0 == 0x0A } + 1 }

  /// Mends what feeds often get wrong outside CDATA: bare ampersands, HTML's entity names, a stray `<`, and
  /// references to characters that XML forbids. `<br>` and its like are closed.
  /// A document that would grow too much is cut there; its length tells.
  mutating func mend(upTo limit: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    bytes.withUnsafeBufferPointer { buffer in
      var at = start
      while at < buffer.count, result.count <= limit {
        if buffer[at] == 0x3C {
          let section = MarkupSection(buffer, at)
          switch section.kind {
          case .stray: result.append(contentsOf: "&lt;".utf8)
          case .tag: appendTag(buffer, at..<section.end, to: &result)
          default: result.append(contentsOf: buffer[at..<section.end])
          }
          at = section.end
        } else {
          // In pieces, so that the limit is seen in time; never inside a reference.
          let end = min(MarkupSection.find(0x3C, buffer, at) ?? buffer.count, Self.pieceEnd(buffer, at))
          appendMended(buffer, at..<end, to: &result)
          at = end
        }
      }
    }
    bytes = result
    start = 0
    longTexts = []
  }

  private static func pieceEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let end = at + (64 << 10)
    guard end < buffer.count else { return buffer.count }
    return buffer[(end - 64)..<end].lastIndex(of: UInt8(ascii: "&")) ?? end
  }

  /// Elements of HTML that never have an end tag, or an end tag too many.
  private static let voids = ["br", "hr", "img", "wbr", "input"].map { Array($0.utf8) }

  private func appendTag(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]) {
    let isEnd = buffer[range.lowerBound + 1] == UInt8(ascii: "/")
    let start = range.lowerBound + (isEnd ? 2 : 1)
    let name = buffer[start..<range.upperBound].prefix(6).prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    guard Self.voids.contains(name), buffer[range.upperBound - 1] == 0x3E else {
      return appendMended(buffer, range, to: &result)
    }
    if isEnd { return }
    let inner = range.dropLast(buffer[range.upperBound - 2] == UInt8(ascii: "/") ? 2 : 1)
    appendMended(buffer, inner, to: &result)
    result.append(contentsOf: "/>".utf8)
  }

  private func appendMended(
    _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      if buffer[at] != UInt8(ascii: "&") {
        result.append(buffer[at])
        at += 1
      } else if let pair = Entities.decodeSurrogates(bytes, at) {
        Entities.append(pair.scalar, to: &result)
        at = pair.end
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
