import News

/// The protected stretches of one side of a comparison: figures, names, offices, negations and their like.
struct EditMarks {
  struct Mark {
    var kind: ChangeClass
    var range: Range<Int>
    var key: String
  }

  let tokens: [EditToken]
  private(set) var marks: [Mark] = []
  private var longest = 0
  /// For each token whether it stands between quotation marks.
  private(set) var quoted: [Bool]

  init(_ tokens: [EditToken], isTitle: Bool) {
    self.tokens = tokens
    quoted = Array(repeating: false, count: tokens.count)
    marks = FigureMarks.all(tokens)
    markPhrases(DateWords.days, .date)
    markNames(leastRun: isTitle ? 2 : 1)
    markPhrases(OfficeWords.phrases, .name)
    markPhrases(StatusWords.phrases, .status)
    markPhrases(AttributionWords.phrases, .attribution)
    markNegations()
    markQuotes()
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    longest = marks.reduce(0) { max($0, $1.range.count) }
  }

  /// Marks that stand on one of the tokens.
  func touching(_ range: Range<Int>) -> [Mark] {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.lowerBound + longest <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return marks[low...].prefix { $0.range.lowerBound < max(range.upperBound, range.lowerBound + 1) }
      .filter { $0.range.overlaps(range) }
  }

  private mutating func markPhrases(_ phrases: Phrases, _ kind: ChangeClass) {
    var at = 0
    while at < tokens.count {
      let length = phrases.length(in: tokens, at: at)
      if length > 0 { mark(kind, at..<(at + length)) }
      at += max(1, length)
    }
  }

  private mutating func markNegations() {
    var at = 0
    while at < tokens.count {
      let compound = NegationWords.harmless.length(in: tokens, at: at)
      let next = at + compound
      if compound > 0, next >= tokens.count || !NegationWords.verbsDenied.contains(tokens[next].key) {
        at = next
        continue
      }
      let length = NegationWords.denials.length(in: tokens, at: at)
      if length > 0 { mark(.negation, at..<(at + length)) }
      at += max(1, length)
    }
  }

  /// Runs of capitals; a sentence's first word is no sign of a name, nor is one capital alone in a headline.
  private mutating func markNames(leastRun: Int) {
    if leastRun > 1, tokens.count(where: \.isCapital) * 10 > tokens.count(where: \.isWord) * 6 { return }
    var at = 0
    while at < tokens.count {
      var end = at
      while end < tokens.count, tokens[end].isCapital { end += 1 }
      if end == at {
        at += 1
        continue
      }
      markName(at..<end, leastRun: leastRun)
      at = end
    }
  }

  private mutating func markName(_ run: Range<Int>, leastRun: Int) {
    var run = run
    var addressed = run.lowerBound > 0 && HonorificWords.syllables.contains(tokens[run.lowerBound - 1].id)
    var least = leastRun
    if opensSentence(run.lowerBound) {
      least = 2
      if OpenerWords.syllables.contains(tokens[run.lowerBound].id) {
        addressed = HonorificWords.syllables.contains(tokens[run.lowerBound].id)
        run = (run.lowerBound + 1)..<run.upperBound
        least = 1
      }
    }
    let isDay = marks.contains { $0.kind == .date && $0.range.overlaps(run) }
    if run.count >= (addressed ? 1 : least), !run.isEmpty, !isDay { mark(.name, run) }
  }

  private func opensSentence(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    let previous = tokens[at - 1]
    return !previous.isSpoken && !Self.innerMarks.contains(previous.id)
  }
  /// Marks after which the sentence goes on.
  private static let innerMarks = KeySet([",", ";", "(", "/"])

  private mutating func markQuotes() {
    var open: Int?
    for (at, token) in tokens.enumerated() {
      if token.kind == .end { open = nil }
      guard token.kind == .mark, token.exact == "\"" else { continue }
      if let start = open, token.text != "“" {
        for inner in start..<at { quoted[inner] = true }
        open = nil
      } else {
        open = at
      }
    }
  }

  private mutating func mark(_ kind: ChangeClass, _ range: Range<Int>) {
    let key =
      range.count == 1 ? tokens[range.lowerBound].key : tokens[range].map(\.key).joined(separator: " ")
    marks.append(Mark(kind: kind, range: range, key: key))
  }
}
