/// Cuts text into the tokens edits are counted in.
enum EditTokenizer {
  static func tokens(of text: String) -> [EditToken] { joined(pieces(of: text)) }

  /// Words, raw figures and marks, before figures take their units.
  private static func pieces(of text: String) -> [EditToken] {
    let scalars = Array(text.unicodeScalars)
    var out: [EditToken] = []
    var lead = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if ScalarKind.of(scalar) == .space {
        lead.append(scalar)
        at += 1
        continue
      }
      let end = isInner(scalar) ? wordEnd(scalars, at) : at + 1
      let word = String(String.UnicodeScalarView(scalars[at..<end]))
      out.append(piece(word, first: scalar, lead: String(lead)))
      lead = String.UnicodeScalarView()
      at = end
    }
    return out
  }

  private static func piece(_ word: String, first: Unicode.Scalar, lead: String) -> EditToken {
    if isDigit(first) {
      return EditToken(kind: .number, lead: lead, text: word, exact: word, key: Figure.digits(word))
    }
    if isInner(first) {
      return EditToken(kind: .word, lead: lead, text: word, exact: word, key: Spelling.key(word))
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
    case "/", "-": figure ? isDigit(s[at + 1]) : true
    case "'", "’": !figure
    default: false
    }
  }

  private static func isUnit(_ s: [Unicode.Scalar], _ start: Int) -> Bool {
    var end = start
    while end < s.count, isInner(s[end]) { end += 1 }
    let word = String(String.UnicodeScalarView(s[start..<end]))
    let key = Spelling.key(word)
    return UnitWords.units[key] != nil || UnitWords.scales[key] != nil
  }

  /// Gives figures their units and tells dates from numbers.
  private static func joined(_ pieces: [EditToken]) -> [EditToken] {
    var out: [EditToken] = []
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
