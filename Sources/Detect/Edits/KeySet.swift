/// Words by key, asked for at every word of a text.
struct KeySet: Sendable {
  private let table: KeyTable<Bool>

  /// The words as they are written.
  init(_ words: [String]) {
    table = KeyTable(
      Dictionary(words.map { (EditKey(Spelling.key($0)), true) }, uniquingKeysWith: { first, _ in first }))
  }

  func contains(_ key: EditKey) -> Bool { table[key] ?? false }
}
