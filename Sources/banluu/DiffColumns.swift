import Query

/// A difference in two columns, before on the left and after on the right.
struct DiffColumns {
  /// Narrower terminals get running text.
  static let least = 80

  private let column: Int

  /// Columns for a terminal of so many characters.
  init(width: Int) { column = (width - 3) / 2 }

  func text(_ report: DiffReport) -> String {
    let rows = report.rows.flatMap { row -> [String] in
      let left = lines(row, without: "added", .red)
      let right = lines(row, without: "removed", .green)
      return (0..<max(left.count, right.count)).map { at in
        let (one, other) = (at < left.count ? left[at] : Line(), at < right.count ? right[at] : Line())
        let gap = String(repeating: " ", count: column - one.length)
        return one.text + gap + Terminal.styled(row.kind == "same" ? " │ " : " ┃ ", .dim) + other.text
      } + [""]
    }
    return ([DiffText.heading(report), ""] + rows.dropLast()).joined(separator: "\n")
  }

  private struct Line {
    var text = ""
    var length = 0
  }

  /// One side of a row folded to the column; its own words stand out in colour and in brackets.
  private func lines(_ row: DiffReport.Row, without other: String, _ style: Terminal.Style) -> [Line] {
    var lines: [Line] = []
    var line = Line()
    for piece in row.pieces where piece.kind != other {
      let words = piece.text.split(separator: " ", omittingEmptySubsequences: false).flatMap {
        $0.split(separator: "\n")
      }
      for (at, word) in words.enumerated() where !word.isEmpty {
        let own = piece.kind != "same"
        let shown = own ? (at == firstWord(words) ? "[" : "") + word + (at == words.count - 1 ? "]" : "") : String(word)
        // Only punctuation follows a word without a space.
        let glued = at == 0 && line.length > 0
        for part in cut(shown) {
          let space = line.length == 0 || glued ? 0 : 1
          if line.length + space + part.count > column {
            lines.append(line)
            line = Line()
          } else if space == 1 {
            line.text += " "
            line.length += 1
          }
          line.text += own ? Terminal.styled(part, style) : part
          line.length += part.count
        }
      }
    }
    return line.length > 0 ? lines + [line] : lines
  }

  private func firstWord(_ words: [Substring]) -> Int { words.firstIndex { !$0.isEmpty } ?? 0 }

  /// A word longer than the column is cut.
  private func cut(_ word: String) -> [String] {
    var rest = word[...]
    var parts: [String] = []
    while rest.count > column {
      parts.append(String(rest.prefix(column)))
      rest = rest.dropFirst(column)
    }
    return parts + [String(rest)]
  }
}
