import News

/// A list of phrases, found in a row of syllable keys; the longest phrase wins.
struct Phrases: Sendable {
  private let byFirst: [EditKey: [[EditKey]]]

  /// By `EditKey.slot`: whether a phrase may start there. Most words start none, and this tells so without a hash.
  private let mayStart: [Bool]

  init(_ phrases: [String]) {
    let keys = phrases.map { Spelling.keys($0).map(EditKey.init) }
    byFirst = Dictionary(grouping: keys) { $0.first ?? EditKey("") }.mapValues { $0.sorted { $0.count > $1.count } }
    var mayStart = Array(repeating: false, count: EditKey.slots)
    for first in byFirst.keys { mayStart[first.slot] = true }
    self.mayStart = mayStart
  }

  /// Whether a phrase of the list stands somewhere in a line.
  func stand(in line: String) -> Bool {
    let tokens = EditTokenizer.tokens(of: CanonicalText.of(line))
    return tokens.indices.contains { length(in: tokens, at: $0) > 0 }
  }

  /// How many tokens from `at` on make a phrase of the list; 0 where there is none.
  func length(in tokens: [EditToken], at: Int) -> Int {
    guard mayStart[tokens[at].id.slot], let candidates = byFirst[tokens[at].id] else { return 0 }
    let match = candidates.first { phrase in
      at + phrase.count <= tokens.count && zip(phrase, tokens[at...]).allSatisfy { $0 == $1.id }
    }
    return match?.count ?? 0
  }
}
