import News

/// A list of phrases, found in a row of syllable keys; the longest phrase wins.
struct Phrases: Sendable {
  private let byFirst: KeyTable<[[EditKey]]>

  init(_ phrases: [String]) {
    let keys = phrases.map { Spelling.keys($0).map(EditKey.init) }
    let byFirst = Dictionary(grouping: keys) { $0.first ?? .none }
    self.byFirst = KeyTable(byFirst.mapValues { $0.sorted { $0.count > $1.count } })
  }

  /// Whether a phrase of the list stands somewhere in a line.
  func stand(in line: String) -> Bool {
    let tokens = EditTokenizer.tokens(of: CanonicalText.of(line))
    return tokens.indices.contains { length(in: tokens, at: $0) > 0 }
  }

  /// How many tokens from `at` on make a phrase of the list; 0 where there is none.
  func length(in tokens: [EditToken], at: Int) -> Int {
    guard let candidates = byFirst[tokens[at].id] else { return 0 }
    let match = candidates.first { phrase in
      at + phrase.count <= tokens.count && zip(phrase, tokens[at...]).allSatisfy { $0 == $1.id }
    }
    return match?.count ?? 0
  }
}
