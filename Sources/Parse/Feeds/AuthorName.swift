/// Reads `address (name)`, `name (address)` and `name <address>`: the name, else the address.
enum AuthorName {
  static func read(_ text: String) -> String {
    for (opening, closing) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
      guard text.last == closing, let start = text.lastIndex(of: opening) else { continue }
      let inner = trimmed(text[text.index(after: start)...].dropLast())
      let outer = trimmed(text[..<start])
      if outer.contains("@") { return inner.isEmpty ? outer : inner }
      if inner.contains("@") { return outer.isEmpty ? inner : outer }
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
