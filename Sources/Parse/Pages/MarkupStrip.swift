import Glibc

/// Removes from a page's bytes what holds no text (scripts, styles, drawings, comments, attributes nobody asks for) and
/// what harms the HTML parser.
struct MarkupStrip {
  private(set) var output: [UInt8] = []
  /// The contents of `application/ld+json` scripts.
  private(set) var linkedData: [[UInt8]] = []
  /// A `</body>` or `</html>` was seen.
  private(set) var closes = false
  /// The page ends inside a tag, a script or a style.
  private(set) var endsInsideTag = false

  /// An outlet's XPath rules may ask for any attribute.
  private let keepsAttributes: Bool
  private var at = 0
  private var depth = 0
  /// Ends that were looked for in vain: looking again at every start would take quadratic time.
  private var absent: Set<String> = []

  private static let longestTag = 65_536
  private static let mostAttributes = 256
  /// The parser looks through all open elements at an end tag.
  private static let deepest = 1_000

  init(_ bytes: [UInt8], keepsAttributes: Bool = false) {
    self.keepsAttributes = keepsAttributes
    output.reserveCapacity(bytes.count / 2)
    bytes.withUnsafeBufferPointer { input in
      while at < input.count { step(input) }
    }
  }

  private mutating func step(_ input: UnsafeBufferPointer<UInt8>) {
    let start = at
    at = place(of: UInt8(ascii: "<"), in: input, from: at) ?? input.count
    if start < at { appendText(input[start..<at]) }
    guard at < input.count else { return }
    let next = at + 1 < input.count ? input[at + 1] : 0
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration(input)
    case UInt8(ascii: "/"): takeTag(input)
    case _ where next.isASCIILetter: takeTag(input)
    default:
      output.append(contentsOf: "&lt;".utf8)
      at += 1
    }
  }

  /// Indentation becomes one space.
  private mutating func appendText(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    if text.allSatisfy({ $0 <= 0x20 }) {
      if output.last != 0x20 { output.append(0x20) }
    } else {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text))
    }
  }

  private mutating func skipDeclaration(_ input: UnsafeBufferPointer<UInt8>) {
    let comment = input[at...].starts(with: "<!--".utf8)
    if comment, let end = findOnce("-->", in: input, from: at + 2) {
      at = end + 3
    } else {
      endAt(place(of: UInt8(ascii: ">"), in: input, from: at), input)
    }
  }

  private mutating func endAt(_ end: Int?, _ input: UnsafeBufferPointer<UInt8>) {
    endsInsideTag = end == nil
    at = end.map { $0 + 1 } ?? input.count
  }

  private mutating func takeTag(_ input: UnsafeBufferPointer<UInt8>) {
    let start = at
    let isEnd = input[at + 1] == UInt8(ascii: "/")
    var nameEnd = at + (isEnd ? 2 : 1)
    var hash = NameHash()
    while nameEnd < input.count, input[nameEnd].isASCIIWord {
      hash.add(input[nameEnd])
      nameEnd += 1
    }
    guard let end = tagEnd(input) else {
      endAt(nil, input)
      return
    }
    at = end + 1
    let treatment = Self.treatments[hash] ?? .nested
    if isEnd {
      takeEnd(input[start..<nameEnd], treatment)
    } else {
      let isClosed = input[end - 1] == UInt8(ascii: "/")
      takeStart(input, start..<nameEnd, end: end, treatment, isClosed: isClosed)
    }
  }

  private mutating func takeEnd(_ tag: Slice<UnsafeBufferPointer<UInt8>>, _ treatment: Treatment) {
    switch treatment {
    case .whole: closes = true
    case .script, .swallowing, .dropped, .ignored, .address: return
    case .nested:
      depth = max(0, depth - 1)
      if depth >= Self.deepest { return }
    case .flat: break
    }
    output.append(contentsOf: tag)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func takeStart(
    _ input: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>, end: Int, _ treatment: Treatment, isClosed: Bool
  ) {
    switch treatment {
    case .script, .swallowing: return skipElement(input, tag, end: end, treatment)
    case .dropped:
      if !isClosed { skipElement(input, tag, end: end, treatment) }
      return
    case .ignored where !keepsAttributes: return
    case .address where !keepsAttributes:
      let rest = input[tag.lowerBound...end]
      let bytes = UnsafeBufferPointer(rebasing: rest)
      if ["canonical", "next"].contains(where: { find($0, in: bytes, from: 0) != nil }) {
        output.append(contentsOf: rest)
      }
      return
    case .nested:
      depth += 1
      if depth > Self.deepest { return }
    default: break
    }
    output.append(contentsOf: input[tag])
    appendAttributes(input, tag.upperBound..<end)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func appendAttributes(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count < Self.longestTag else { return }
    let before = output.count
    var count = 0
    var scan = MarkupAttributeScan(input: input, at: range.lowerBound, end: range.upperBound)
    while let attribute = scan.next() {
      count += 1
      guard keepsAttributes || isWanted(attribute, input) else { continue }
      output.append(0x20)
      output.append(contentsOf: input[attribute.range])
    }
    if count > Self.mostAttributes { output.removeLast(output.count - before) }
  }

  private func isWanted(_ attribute: MarkupAttributeScan.Attribute, _ input: UnsafeBufferPointer<UInt8>) -> Bool {
    switch Self.wanted[attribute.name] {
    case .always: true
    case .ifPaging: PageAddress.mayStand(in: UnsafeBufferPointer(rebasing: input[attribute.range]))
    case .ifHiding: find("none", in: UnsafeBufferPointer(rebasing: input[attribute.range]), from: 0) != nil
    case nil: false
    }
  }

  /// The `>` that ends the tag at hand; one inside quotes does not, unless the quotes never close.
  private func tagEnd(_ input: UnsafeBufferPointer<UInt8>) -> Int? {
    var quote: UInt8 = 0
    var first: Int?
    var i = at + 1
    let limit = min(input.count, at + Self.longestTag)
    var previous: UInt8 = 0
    while i < limit {
      let b = input[i]
      if quote != 0 {
        if b == quote { quote = 0 } else if b == UInt8(ascii: ">"), first == nil { first = i }
      } else if b == UInt8(ascii: ">") {
        return i
      } else if b == UInt8(ascii: "\"") || b == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
        quote = b
      }
      if b > 0x20 { previous = b }
      i += 1
    }
    return first ?? (i < input.count ? place(of: UInt8(ascii: ">"), in: input, from: i) : nil)
  }

  private mutating func skipElement(
    _ input: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>, end: Int, _ treatment: Treatment
  ) {
    let name = String(decoding: input[(tag.lowerBound + 1)..<tag.upperBound], as: UTF8.self).lowercased()
    guard let close = findOnce("</" + name, in: input, from: at) else {
      // Scripts and styles swallow the rest, as in browsers; of any other element only the tag is dropped.
      if treatment != .dropped {
        at = input.count
        endsInsideTag = true
      }
      return
    }
    let opening = UnsafeBufferPointer(rebasing: input[tag.lowerBound..<end])
    if treatment == .script, find("ld+json", in: opening, from: 0) != nil {
      linkedData.append(Array(input[at..<close]))
    }
    endAt(place(of: UInt8(ascii: ">"), in: input, from: close), input)
    if output.last != 0x20 { output.append(0x20) }
  }

  private mutating func findOnce(_ word: String, in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    if absent.contains(word) { return nil }
    let place = find(word, in: input, from: start)
    if place == nil { absent.insert(word) }
    return place
  }

  /// The next place of an ASCII word, whatever its letters' case; the word's first sign is looked for as it is.
  private func find(_ word: String, in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var word = word
    return word.withUTF8 { word in
      var from = start
      while let i = place(of: word[0], in: input, from: from), i + word.count <= input.count {
        var k = 1
        while k < word.count, input[i + k] == word[k] || (input[i + k] | 0x20) == word[k] { k += 1 }
        if k == word.count { return i }
        from = i + 1
      }
      return nil
    }
  }

  private func place(of byte: UInt8, in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < input.count, let base = input.baseAddress else { return nil }
    guard let hit = memchr(base + start, Int32(byte), input.count - start) else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }
}

extension MarkupStrip {
  /// What becomes of an element.
  private enum Treatment: Sendable {
    /// Its content is no text; `script` may be JSON-LD; both swallow the page where they do not end.
    case script, swallowing
    /// Its content is no text.
    case dropped
    /// Only its tags go.
    case ignored
    /// Kept if it names the canonical address or the next page's.
    case address
    /// `html` and `body`.
    case whole
    /// Ends by itself where another of its kind begins.
    case flat
    case nested
  }

  private static let treatments = NameTable(
    [
      (Treatment.script, "script"), (.swallowing, "style"),
      (.dropped, "svg template noscript iframe textarea select math object canvas video audio"),
      (.ignored, "wbr img source track input embed param col base area"), (.address, "link"), (.whole, "body html"),
      (.flat, "p li dt dd tr td th thead tbody tfoot br hr meta a h1 h2 h3 h4 h5 h6 head title"),
    ].flatMap { treatment, names in names.split(separator: " ").map { (String($0), treatment) } },
    merging: { $1 })

  private enum Interest: Sendable { case always, ifHiding, ifPaging }

  private static let wanted = NameTable(
    "class id role itemprop hidden lang xml:lang datetime content property name rel".split(separator: " ")
      .map { (String($0), Interest.always) } + [("style", .ifHiding), ("href", .ifPaging)], merging: { $1 })
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isASCIIWord: Bool { isASCIILetter || self >= 0x30 && self <= 0x39 }
}
