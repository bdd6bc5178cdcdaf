import News

/// The figures, counts in words and times that a row of tokens holds.
enum FigureMarks {
  static func all(_ tokens: [EditToken]) -> [EditMarks.Mark] {
    var marks: [EditMarks.Mark] = []
    var at = 0
    while at < tokens.count {
      var length = 1
      if tokens[at].isFigure {
        let kind: ChangeClass = tokens[at].kind == .date ? .date : .number
        marks.append(EditMarks.Mark(kind: kind, range: at..<(at + 1), key: tokens[at].key))
      } else if tokens[at].isWord {
        if let mark = counted(tokens, at) {
          marks.append(mark)
          length = mark.range.count
        } else if isPartOfDay(tokens, at) {
          marks.append(EditMarks.Mark(kind: .date, range: at..<(at + 1), key: tokens[at].key))
        }
      }
      at += length
    }
    return marks
  }

  /// A number in words with its unit, or of several words. "Một" alone is mostly an article, and "năm tháng" no count.
  private static func counted(_ tokens: [EditToken], _ at: Int) -> EditMarks.Mark? {
    guard UnitWords.counts[tokens[at].id] != nil, let (value, length) = NumberWords.read(tokens, at) else {
      return nil
    }
    if at > 0, DateWords.ordinals.contains(tokens[at - 1].id) { return nil }
    let number = EditToken(kind: .number, lead: "", text: "", exact: "", key: String(value))
    let (figure, used) = Figure.token([number] + tokens[(at + length)...].prefix(6), 0)
    let end = at + length + used - 1
    let isVague = value == 1 || (value == 5 && DateWords.spans[tokens[end - 1].id] != nil)
    if length == 1, used == 1 || isVague { return nil }
    return EditMarks.Mark(kind: figure.kind == .date ? .date : .number, range: at..<end, key: figure.key)
  }

  /// "Sáng" and its like beside a date or a time of day.
  private static func isPartOfDay(_ tokens: [EditToken], _ at: Int) -> Bool {
    guard DateWords.partsOfDay.length(in: tokens, at: at) > 0 else { return false }
    if at > 0, tokens[at - 1].kind == .date { return true }
    guard at + 1 < tokens.count else { return false }
    let next = tokens[at + 1]
    return next.kind == .date || DateWords.afterPartOfDay.contains(next.id)
  }
}
