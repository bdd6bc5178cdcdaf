/// Removes from a page's bytes what holds no text (scripts, styles, drawings, comments) and what harms the HTML parser.
struct MarkupStrip {
  private(set) var output: [UInt8] = []
  /// The contents of `application/ld+json` scripts.
  private(set) var linkedData: [[UInt8]] = []
  /// A `</body>` or `</html>` was seen.
  private(set) var closes = false
  /// The page ends inside a tag, a script or a style.
  private(set) var endsInsideTag = false

  private let input: [UInt8]
  private var at = 0
  /// Ends that were looked for in vain: looking again at every start would take quadratic time.
  private var absent: Set<String> = []

  private static let longestTag = 65_536
  private static let mostAttributes = 256
  private static let dropped: Set<String> = [
    "script", "style", "svg", "template", "noscript", "iframe", "textarea", "select", "math", "object", "canvas",
    "video", "audio",
  ]

  init(_ bytes: [UInt8]) {
    input = bytes
    output.reserveCapacity(bytes.count / 2)
    while at < input.count { step() }
  }

  private mutating func step() {
    let start = at
    while at < input.count, input[at] != UInt8(ascii: "<") { at += 1 }
    output.append(contentsOf: input[start..<at])
    guard at < input.count else { return }
    let next = at + 1 < input.count ? input[at + 1] : 0
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
    case UInt8(ascii: "/"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): takeTag()
    default:
      output.append(contentsOf: "&lt;".utf8)
      at += 1
    }
  }

  private mutating func skipDeclaration() {
    let comment = input[at...].starts(with: "<!--".utf8)
    if comment, let end = findOnce("-->", from: at + 2) {
      at = end + 3
    } else {
      endAt(find(">", from: at))
    }
  }

  private mutating func endAt(_ end: Int?) {
    endsInsideTag = end == nil
    at = end.map { $0 + 1 } ?? input.count
  }

  private mutating func takeTag() {
    let name = tagName()
    guard let end = tagEnd() else {
      endAt(nil)
      return
    }
    let tag = input[at...end]
    at = end + 1
    if name == "/body" || name == "/html" { closes = true }
    if name == "wbr" { return }
    if Self.dropped.contains(name) {
      if tag.dropLast().last != UInt8(ascii: "/") || name == "script" { skipElement(name, tag: tag) }
      return
    }
    let attributes = tag.count > 1024 ? tag.count { $0 == UInt8(ascii: "=") } : 0
    if tag.count > Self.longestTag || attributes > Self.mostAttributes {
      output.append(contentsOf: "<\(name)>".utf8)
    } else {
      output.append(contentsOf: tag)
    }
  }

  private func tagName() -> String {
    var bytes: [UInt8] = []
    var i = at + 1
    while i < input.count, bytes.count < 32 {
      let b = input[i]
      if b == UInt8(ascii: "/"), bytes.isEmpty {
        bytes.append(b)
      } else if b.isASCIILetter || (b >= 0x30 && b <= 0x39) {
        bytes.append(b | 0x20)
      } else {
        break
      }
      i += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The `>` that ends the tag at hand; one inside quotes does not, unless the quotes never close.
  private func tagEnd() -> Int? {
    var quote: UInt8 = 0
    var first: Int?
    var i = at + 1
    var previous: UInt8 = 0
    while i < input.count, i - at <= Self.longestTag {
      let b = input[i]
      if b == UInt8(ascii: ">") {
        if quote == 0 { return i }
        if first == nil { first = i }
      } else if quote == 0, b == UInt8(ascii: "\"") || b == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
        quote = b
      } else if b == quote {
        quote = 0
      }
      if b > 0x20 { previous = b }
      i += 1
    }
    return first ?? (i < input.count ? find(">", from: i) : nil)
  }

  private mutating func skipElement(_ name: String, tag: ArraySlice<UInt8>) {
    guard let close = findOnce("</" + name, from: at) else {
      // Scripts and styles swallow the rest, as in browsers; of any other element only the tag is dropped.
      if name == "script" || name == "style" {
        at = input.count
        endsInsideTag = true
      }
      return
    }
    if name == "script", String(decoding: tag, as: UTF8.self).lowercased().contains("ld+json") {
      linkedData.append(Array(input[at..<close]))
    }
    endAt(find(">", from: close))
    output.append(0x20)
  }

  private mutating func findOnce(_ word: String, from start: Int) -> Int? {
    if absent.contains(word) { return nil }
    let place = find(word, from: start)
    if place == nil { absent.insert(word) }
    return place
  }

  /// The next place of an ASCII word, whatever its letters' case.
  private func find(_ word: String, from start: Int) -> Int? {
    let word = Array(word.utf8)
    return input.withUnsafeBufferPointer { bytes in
      var i = start
      while i + word.count <= bytes.count {
        if bytes[i] == word[0] {
          var k = 1
          while k < word.count, bytes[i + k] == word[k] || (bytes[i + k] | 0x20) == word[k] { k += 1 }
          if k == word.count { return i }
        }
        i += 1
      }
      return nil
    }
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
