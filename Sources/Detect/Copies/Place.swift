/// Words at a place of a text, with the syllables on each side by which the place is known elsewhere.
struct Place {
  /// Where the words start.
  var start: Int
  var left: [UInt64]
  var words: [UInt64]
  var right: [UInt64]

  /// Syllables looked at on each side.
  static let reach = 5
  /// Words longer than this are compared as passages.
  static let longest = 20

  /// Every place where the words stand in a text.
  static func all(of words: [UInt64], in text: [UInt64]) -> [Place] {
    starts(of: words, in: text).map { start in
      let end = start + words.count
      return Place(
        start: start, left: Array(text[max(0, start - reach)..<start]), words: words,
        right: Array(text[end..<min(text.count, end + reach)]))
    }
  }

  func with(_ other: [UInt64]) -> Place {
    Place(start: start, left: left, words: other, right: right)
  }

  /// Whether an edit changed the words themselves, and not only what stands beside them.
  func isChanged(by hunks: [SequenceDiff.Hunk]) -> Bool {
    let end = start + words.count
    return hunks.contains { hunk in
      hunk.before.isEmpty
        ? start < hunk.before.lowerBound && hunk.before.lowerBound < end : hunk.before.overlaps(start..<end)
    }
  }

  /// True where the text has these words among mostly these neighbours, or, if told so, among nearly all of them:
  /// bulletins repeat themselves, and an untouched place elsewhere must not hide the one that changed.
  func stands(in text: [UInt64], untouched: Bool = false) -> Bool {
    // Where no words are left, both neighbours must meet.
    if words.isEmpty { return !left.isEmpty && !right.isEmpty && !Self.starts(of: left + right, in: text).isEmpty }
    let all = left.count + right.count
    let needed = untouched ? max(0, all - 1) : min(Self.reach, all)
    return Self.starts(of: words, in: text).contains { start in
      let before = zip(left.reversed(), text[..<start].reversed()).prefix { $0 == $1 }.count
      let after = zip(right, text[(start + words.count)...]).prefix { $0 == $1 }.count
      return before + after >= needed
    }
  }

  /// True where the text has a whole side of the surroundings.
  func leavesTrace(in text: [UInt64]) -> Bool {
    [left, right].contains { $0.count == Self.reach && !Self.starts(of: $0, in: text).isEmpty }
  }

  private static func starts(of words: [UInt64], in text: [UInt64]) -> [Int] {
    guard let first = words.first, text.count >= words.count else { return [] }
    return (0...(text.count - words.count)).filter { start in
      text[start] == first && text[start..<(start + words.count)].elementsEqual(words)
    }
  }
}
