import News

/// An address read as that of one page of an article: "…?trang=2", "…/2" and "…-p2.html" are the second page of "…".
struct PageAddress: Sendable {
  let number: Int
  /// A word says that it is a page's number: "trang=2", "-p2", not "/2" alone.
  let isMarked: Bool
  /// The addresses the article itself may have, in the form in which addresses are compared.
  let articles: [String]

  /// nil where no page's number stands in the address.
  init?(_ address: String) {
    let address = address.prefix { $0 != "#" }
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first else { return nil }
    let query = parts.count > 1 ? parts[1].split(separator: "&") : []
    if let at = query.lastIndex(where: { Self.number(ofParameter: $0) != nil }) {
      var rest = query
      number = Self.number(ofParameter: rest.remove(at: at)) ?? 0
      isMarked = true
      articles = [Self.compared(String(path), rest)]
    } else if let found = Self.stems(path) {
      (number, isMarked) = (found.number, found.isMarked)
      articles = found.stems.map { Self.compared($0, query) }
    } else {
      return nil
    }
  }

  private static func compared(_ path: String, _ query: [Substring]) -> String {
    let address = query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    return WebAddress.canonical(address, hosts: [])
  }

  private static func number(ofParameter parameter: Substring) -> Int? {
    let pair = parameter.split(separator: "=", maxSplits: 1)
    guard pair.count == 2, parameters.contains(pair[0].lowercased()) else { return nil }
    return number(pair[1])
  }

  /// The path without its page's number, and without the ending the number stood before.
  private static func stems(_ path: Substring) -> (number: Int, isMarked: Bool, stems: [String])? {
    var stem = path.hasSuffix("/") ? path.dropLast() : path
    var ending: Substring = ""
    if let dot = stem.lastIndex(of: "."), (4...6).contains(stem[dot...].count),
      stem[dot...].dropFirst().allSatisfy(\.isLetter)
    {
      (stem, ending) = (stem[..<dot], stem[dot...])
    }
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard let number = number(stem.suffix(digits)), let (article, isMarked) = withoutMarker(stem.dropLast(digits))
    else { return nil }
    return (number, isMarked, ending.isEmpty ? [String(article)] : [String(article + ending), String(article)])
  }

  /// What stands before "/", "-p", "/trang-" and their like; a bare hyphen is no marker: "…-2" is another article.
  private static func withoutMarker(_ stem: Substring) -> (Substring, isMarked: Bool)? {
    let isParted = stem.last.map { separators.contains($0) } ?? false
    let end = isParted ? stem.dropLast() : stem
    let word = end.suffix(end.reversed().prefix { $0.isASCII && $0.isLetter }.count)
    if parameters.contains(word.lowercased()) {
      let before = end.dropLast(word.count)
      return before.last.map { separators.contains($0) } == true ? (before.dropLast(), true) : nil
    }
    return stem.last == "/" ? (end, false) : nil
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.count <= 2 && digits.first != "0" ? Int(digits) : nil
  }

  private static let separators: Set<Character> = ["/", "-", "_", "."]
  private static let parameters: Set<String> = ["page", "p", "pg", "paged", "trang", "pages"]
}

extension PageAddress {
  /// Whether a small number may end the path or a parameter of an address: most links of a page have none, and this
  /// tells so from the bytes of the attribute.
  static func mayStand(in attribute: some Sequence<UInt8>) -> Bool {
    var digits = 0
    var isEnding = false
    for byte in attribute {
      if byte >= 0x30 && byte <= 0x39 {
        digits += 1
        isEnding = false
        continue
      }
      let isNumber = digits == 1 || digits == 2
      digits = 0
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isNumber || isEnding { return true }
      case UInt8(ascii: "/"), UInt8(ascii: "."): isEnding = isNumber
      default: isEnding = isEnding && byte.isASCIILetter
      }
    }
    return isEnding || digits == 1 || digits == 2
  }
}
