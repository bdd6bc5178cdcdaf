import CXML

/// The words of a piece of HTML: tags out, entities decoded, white space folded.
enum MarkupText {
  static func plain(_ markup: [UInt8]) -> [UInt8] {
    guard markup.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return folded(markup) }
    var result: [UInt8] = []
    result.reserveCapacity(markup.count)
    var at = 0
    while at < markup.count {
      if markup[at] == 0x3C, let end = tagEnd(markup, at) {
        if Self.separates(markup[(at + 1)..<end]) { result.append(0x20) }
        at = end + 1
      } else if markup[at] == 0x26,
        let entity = Entities.decode(markup, at) ?? Entities.decodeSurrogates(markup, at)
      {
        Entities.append(entity.scalar, to: &result)
        at = entity.end
      } else {
        result.append(markup[at])
        at += 1
      }
    }
    return folded(ControlCharacters.dropped(from: result))
  }

  static func words(_ markup: [UInt8]) -> String { String(decoding: plain(markup), as: UTF8.self) }
  static func folded(_ text: String) -> String { String(decoding: folded(Array(text.utf8)), as: UTF8.self) }

  /// White space runs become one space, and none is left at the ends.
  static func folded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let isHardSpace = text[at] == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0
      if text[at] <= 0x20 || isHardSpace {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        at += isHardSpace ? 2 : 1
      } else {
        result.append(text[at])
        at += 1
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The closing `>` of the tag or comment at `at`; nil if this `<` begins none.
  private static func tagEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count else { return nil }
    let next = bytes[at + 1]
    let isTag = next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || (0x61...0x7A).contains(next | 0x20)
    return isTag ? bytes[at...].firstIndex(of: 0x3E) : nil
  }

  /// Whether words on both sides of this tag are apart.
  private static func separates(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { (0x61...0x7A).contains($0 | 0x20) }
    return ["br", "p", "div", "li", "tr", "td", "h"].contains { $0.utf8.elementsEqual(name.map { $0 | 0x20 }) }
  }
}
