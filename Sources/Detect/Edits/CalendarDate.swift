/// A day or month in the row of tokens: "12 tháng 3 năm 2024" is 12/3/2024, "tháng 3 năm 2024" is 3/2024.
enum CalendarDate {
  /// The date at `at`, and how many pieces it took; nil where it is no more than one figure.
  static func token(_ pieces: [EditToken], _ at: Int) -> (EditToken, Int)? {
    guard at > 0, DateWords.beforeDay.contains(pieces[at - 1].id), let first = Int(pieces[at].key) else { return nil }
    var parts = [first]
    var used = 1
    if pieces[at - 1].id == DateWords.month {
      guard (1...12).contains(first) else { return nil }
    } else if (1...31).contains(first), let month = part(pieces, at + 1, DateWords.month, 1...12) {
      parts.append(month)
      used = 3
    } else {
      return nil
    }
    if let year = part(pieces, at + used, DateWords.year, 1900...2100) {
      parts.append(year)
      used += 2
    }
    guard used > 1 else { return nil }
    var token = pieces[at]
    for piece in pieces[(at + 1)..<(at + used)] { Figure.take(piece, into: &token) }
    token.kind = .date
    token.key = parts.map(String.init).joined(separator: "~")
    return (token, used)
  }

  /// The number after a word such as "tháng".
  private static func part(_ pieces: [EditToken], _ at: Int, _ word: EditKey, _ bounds: ClosedRange<Int>) -> Int? {
    guard at + 1 < pieces.count, pieces[at].id == word, pieces[at + 1].kind == .number else { return nil }
    return Int(pieces[at + 1].key).flatMap { bounds.contains($0) ? $0 : nil }
  }
}
