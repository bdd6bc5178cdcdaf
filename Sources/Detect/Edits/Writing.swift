/// Whether two stretches say the same in another writing: numbers in words, abbreviations, a hyphen in a name.
enum Writing {
  static func isSame(_ before: ArraySlice<EditToken>, _ after: ArraySlice<EditToken>) -> Bool {
    guard before.contains(where: hasVariants) || after.contains(where: hasVariants) else { return false }
    let hyphened = before.contains(where: isHyphened) || after.contains(where: isHyphened)
    return keys(before, hyphened) == keys(after, hyphened)
  }

  private static func hasVariants(_ token: EditToken) -> Bool {
    token.isFigure || isHyphened(token) || (token.isWord && isAbbreviation(token))
  }

  private static func isHyphened(_ token: EditToken) -> Bool { token.isWord && token.text.utf8.contains(0x2D) }

  /// Also such as are joined by dots and hyphens ("TP.HCM", "GD-ĐT").
  static func isAbbreviation(_ token: EditToken) -> Bool {
    guard isJoined(token) else { return expansions[token.id] != nil }
    return parts(token).contains { expansions[EditKey($0)] != nil }
  }

  /// The keys with abbreviations written out and numbers in figures; hyphens count for nothing beside a hyphened word.
  private static func keys(_ tokens: ArraySlice<EditToken>, _ hyphened: Bool) -> [String] {
    var pieces: [EditToken] = []
    var abbreviated = false
    for token in tokens {
      let wasAbbreviated = abbreviated
      abbreviated = false
      switch token.kind {
      case .end: continue
      case .mark where hyphened && token.key == "-", .mark where wasAbbreviated && token.key == ".": continue
      case .word:
        abbreviated = isAbbreviation(token)
        for key in parts(token).flatMap({ expansions[EditKey($0)] ?? [$0] }) { pieces.append(piece(.word, key)) }
      default: pieces.append(token)
      }
    }
    return EditTokenizer.joined(inFigures(pieces)).map(\.key)
  }

  private static func parts(_ token: EditToken) -> [String] {
    isJoined(token) ? token.text.split { $0 == "-" || $0 == "." }.map { Spelling.key($0) } : [token.key]
  }

  private static func isJoined(_ token: EditToken) -> Bool {
    token.text.utf8.contains { $0 == 0x2D || $0 == 0x2E }
  }

  private static func inFigures(_ pieces: [EditToken]) -> [EditToken] {
    var out: [EditToken] = []
    var at = 0
    while at < pieces.count {
      if out.last?.isFigure != true, let (value, length) = NumberWords.read(pieces, at) {
        out.append(piece(.number, String(value)))
        at += length
      } else {
        out.append(pieces[at])
        at += 1
      }
    }
    return out
  }

  private static func piece(_ kind: EditToken.Kind, _ key: String) -> EditToken {
    EditToken(kind: kind, lead: " ", text: key, exact: key, key: key)
  }

  private static let expansions = AbbreviationWords.expansions
}
