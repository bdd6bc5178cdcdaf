import Query

/// A difference in the unified format of `diff -u` (POSIX), a line a paragraph.
public enum UnifiedDiff {
  private static let context = 3

  /// The changed lines with up to three unchanged ones around them; empty where nothing differs.
  public static func text(_ report: DiffReport, before: String, after: String) -> String {
    let lines = report.rows.flatMap(Self.lines)
    let hunks = Self.hunks(lines)
    guard !hunks.isEmpty else { return "" }
    return (["--- \(before)", "+++ \(after)"] + hunks.flatMap { hunk(lines, $0) }).joined(separator: "\n") + "\n"
  }

  private static func lines(_ row: DiffReport.Row) -> [String] {
    if row.kind == "same" { return row.after.map { " " + $0 } }
    return row.before.map { "-" + $0 } + row.after.map { "+" + $0 }
  }

  /// Stretches of lines that hold changes, those near each other as one.
  private static func hunks(_ lines: [String]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for at in lines.indices where !lines[at].hasPrefix(" ") {
      let wide = max(0, at - context)..<min(lines.count, at + 1 + context)
      if let last = hunks.last, wide.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<wide.upperBound
      } else {
        hunks.append(wide)
      }
    }
    return hunks
  }

  private static func hunk(_ lines: [String], _ range: Range<Int>) -> [String] {
    func span(_ side: String) -> String {
      let start = lines[..<range.lowerBound].count { $0.hasPrefix(" ") || $0.hasPrefix(side) }
      let count = lines[range].count { $0.hasPrefix(" ") || $0.hasPrefix(side) }
      let first = count == 0 ? start : start + 1
      return count == 1 ? "\(side)\(first)" : "\(side)\(first),\(count)"
    }
    return ["@@ \(span("-")) \(span("+")) @@"] + lines[range]
  }
}
