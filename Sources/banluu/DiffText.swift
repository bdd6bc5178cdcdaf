import News
import Query

/// A difference as running text: `[-old-]` in red and `{+new+}` in green, readable also where there is no colour.
enum DiffText {
  static func text(_ report: DiffReport) -> String {
    let rows = report.rows
    guard rows.contains(where: { $0.kind != "same" }) else {
      return Language.pick("The same words.", "Không khác.")
    }
    var parts = [heading(report)]
    var unchanged = 0
    for row in rows {
      if row.kind == "same", !row.isTitle {
        unchanged += 1
        continue
      }
      if let gap = skipped(unchanged) { parts.append(gap) }
      unchanged = 0
      parts.append(paragraph(row))
    }
    if let gap = skipped(unchanged) { parts.append(gap) }
    return parts.joined(separator: "\n\n")
  }

  static func heading(_ report: DiffReport) -> String {
    let classes = report.classes.map { Language.word($0.rawValue) }.joined(separator: ", ")
    return QueryEdits.severity(report.severity) + (classes.isEmpty ? "" : "  [\(classes)]")
  }

  private static func skipped(_ count: Int) -> String? {
    if count == 0 { return nil }
    let text = Language.pick(count == 1 ? "one paragraph" : "\(count) paragraphs", "\(count) đoạn")
    return Terminal.styled("… " + text + Language.pick(" unchanged", " không đổi") + " …", .dim)
  }

  private static func paragraph(_ row: DiffReport.Row) -> String {
    let moved = row.kind.hasPrefix("moved") ? Language.pick(" (moved)", " (dời chỗ)") : ""
    let words = row.pieces.map { piece in
      // White space stays outside the marks, so that lines fold at it.
      let lead = String(piece.text.prefix { $0.isWhitespace })
      let text = piece.text.dropFirst(lead.count)
      return switch piece.kind {
      case "removed": lead + Terminal.styled("[-\(text)-]", .red)
      case "added": lead + Terminal.styled("{+\(text)+}", .green)
      default: row.isTitle ? lead + Terminal.styled(String(text), .bold) : piece.text
      }
    }
    return words.joined() + Terminal.styled(moved, .dim)
  }
}
