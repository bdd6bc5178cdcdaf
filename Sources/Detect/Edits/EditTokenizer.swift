/// Cuts text into the tokens edits are counted in.
enum EditTokenizer {
  static func tokens(of text: String) -> [EditToken] { joined(pieces(of: text)) }

  /// Words, raw figures and marks, before figures take their units.
  private static func pieces(of text: String) -> [EditToken] {
    let scalars = SyllableText.scalars(text)
    let bytes = Array(text.utf8)
    var places: [Int] = []
    places.reserveCapacity(scalars.count + 1)
    var start = 0
    for scalar in scalars {
      places.append(start)
      start += UTF8.width(scalar)
    }
    places.append(start)
    func cut(_ range: Range<Int>) -> String {
      let (from, to) = (places[range.lowerBound], places[range.upperBound])
      if to == from + 1, bytes[from] == 0x20 { return " " }
      return String(decoding: bytes[from..<to], as: UTF8.self)
    }
    var out: [EditToken] = []
    // With one to spare for the end of the line.
    out.reserveCapacity(scalars.count / 4 + 2)
    var (at, lead) = (0, 0)
    while at < scalars.count {
      let scalar = scalars[at]
      if ScalarKind.of(scalar) == .space {
        at += 1
        continue
      }
      let end = isInner(scalar) ? wordEnd(scalars, at) : at + 1
      let next = piece(cut(at..<end), scalars[at..<end], lead: cut(lead..<at))
      if next.isWord, scalars[at..<end].contains("/"), let last = out.last, isCounted(last) {
        out += parted(next)
      } else {
        out.append(next)
      }
      (at, lead) = (end, end)
    }
    return out
  }

  private static func isCounted(_ piece: EditToken) -> Bool {
    piece.kind == .number || UnitWords.scales[piece.id] != nil
  }

  /// "đồng/kg" after a number: the unit, the slash and what it is for; "km/h" is one unit.
  private static func parted(_ piece: EditToken) -> [EditToken] {
    guard UnitWords.units[piece.key] == nil, let slash = piece.text.firstIndex(of: "/") else {
      return [piece]
    }
    let (unit, rest) = (String(piece.text[..<slash]), String(piece.text[piece.text.index(after: slash)...]))
    guard UnitWords.units[Spelling.key(unit)] != nil else { return [piece] }
    return [
      EditToken(kind: .word, lead: piece.lead, text: unit, exact: unit, key: Spelling.key(unit)),
      EditToken(kind: .mark, lead: "", text: "/", exact: "/", key: "/"),
      EditToken(kind: .word, lead: "", text: rest, exact: rest, key: Spelling.key(rest)),
    ]
  }

  private static func piece(_ word: String, _ scalars: ArraySlice<Unicode.Scalar>, lead: String) -> EditToken {
    let first = scalars[scalars.startIndex]
    if isInner(first) {
      // Only the dashes and quotes between letters and digits have several shapes.
      let isShaped = scalars.contains { (0x2000..<0x3000).contains($0.value) }
      let exact = isShaped ? scalars.map(folded).joined() : word
      let isNumber = isDigit(first)
      let key = isNumber ? Figure.digits(exact) : Spelling.key(exact)
      return EditToken(kind: isNumber ? .number : .word, lead: lead, text: word, exact: exact, key: key)
    }
    let shape = folded(first)
    return EditToken(kind: .mark, lead: lead, text: word, exact: shape, key: shape)
  }

  /// The end of a word or figure: inner dots, commas, slashes, colons and hyphens stay in it.
  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    let figure = isDigit(scalars[start])
    var end = start + 1
    while end < scalars.count {
      let scalar = scalars[end]
      if isInner(scalar) {
        // The unit written against a number is a token of its own: "120.000đ", "500m", but not "8h30", "40A-123".
        if figure, !isDigit(scalar), isDigit(scalars[end - 1]), isUnit(scalars, end) { return end }
      } else {
        guard end + 1 < scalars.count, isInner(scalars[end + 1]), joins(scalar, scalars, end, figure) else { break }
      }
      end += 1
    }
    return end
  }

  private static func joins(_ mark: Unicode.Scalar, _ s: [Unicode.Scalar], _ at: Int, _ figure: Bool) -> Bool {
    switch mark {
    case ".": figure ? isDigit(s[at + 1]) : s[at - 1].properties.isUppercase
    case ",", ":": figure && isDigit(s[at - 1]) && isDigit(s[at + 1])
    case "/", "-", "–", "‐", "‑", "−": figure ? isDigit(s[at + 1]) : true
    case "'", "’": !figure
    default: false
    }
  }

  private static func isUnit(_ s: [Unicode.Scalar], _ start: Int) -> Bool {
    var end = start
    while end < s.count, isInner(s[end]) { end += 1 }
    let word = String(String.UnicodeScalarView(s[start..<end]))
    let key = Spelling.key(word)
    return UnitWords.units[key] != nil || UnitWords.scales[EditKey(key)] != nil
  }

  /// Gives figures their units and tells dates from numbers.
  static func joined(_ pieces: [EditToken]) -> [EditToken] {
    if !pieces.contains(where: { $0.kind == .number }) { return pieces }
    var out: [EditToken] = []
    out.reserveCapacity(pieces.count + 1)
    var at = 0
    while at < pieces.count {
      guard pieces[at].kind == .number else {
        out.append(pieces[at])
        at += 1
        continue
      }
      let (token, used) = Figure.token(pieces, at)
      out.append(token)
      at += used
      // "25.000 đồng/kg" is "25.000 đồng một kg".
      if at + 1 < pieces.count, pieces[at].key == "/", pieces[at + 1].isWord {
        var each = pieces[at]
        each.key = UnitWords.each
        out.append(each)
        at += 1
      }
    }
    return out
  }

  static func isDigit(_ s: Unicode.Scalar) -> Bool { s.value >= 0x30 && s.value <= 0x39 }
  private static func isInner(_ s: Unicode.Scalar) -> Bool { ScalarKind.of(s) == .inner }
  private static func folded(_ s: Unicode.Scalar) -> String {
    switch s {
    case "“", "”", "„", "«", "»", "″": "\""
    case "‘", "’", "`", "´", "‚": "'"
    case "–", "—", "‐", "‑", "−": "-"
    default: String(s)
    }
  }
}
