/// A word, a number with its unit, a mark of punctuation or a paragraph's end, as edits are counted in.
struct EditToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case word, number, date, mark, end }

  var kind: Kind
  /// The white space before it.
  var lead: String
  /// As it stands.
  var text: String
  /// As it stands but for the shape of quotes and dashes: equal in two texts whose difference is S0.
  var exact: String
  /// Without what is only spelling (case, place of tone, i or y, the writing of a number): equal at S1.
  var key: String {
    didSet { id = EditKey(key) }
  }
  /// The key as it is compared and looked up.
  private(set) var id: EditKey

  init(kind: Kind, lead: String, text: String, exact: String, key: String) {
    (self.kind, self.lead, self.text, self.exact, self.key) = (kind, lead, text, exact, key)
    id = EditKey(key)
  }

  var isWord: Bool { kind == .word }
  var isFigure: Bool { kind == .number || kind == .date }
  /// Words and figures: what counts as syllables.
  var isSpoken: Bool { kind != .mark && kind != .end }
  var isCapital: Bool {
    guard kind == .word, let byte = text.utf8.first else { return false }
    return byte < 0x80 ? byte <= 0x5A : text.unicodeScalars.first.map(ScalarKind.isUppercase) ?? false
  }

  static let end = EditToken(kind: .end, lead: "", text: "", exact: "\n", key: "\n")
}
