import News
import Query

/// A difference as HTML: what was taken away in `del`, what came in `ins` (HTML Living Standard, 4.7).
public enum DiffPage {
  /// The title as a heading and every paragraph in order, for a page of one's own.
  public static func fragment(_ report: DiffReport) -> String { report.rows.map(element).joined(separator: "\n") }

  /// A whole page that stands alone.
  public static func page(_ report: DiffReport, title: String) -> String {
    """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(escaped(title))</title>
    <style>body{max-width:45em;margin:2em auto;padding:0 1em;font:1em/1.6 serif}del{background:#fdd}ins{background:#dfd}
    .moved{opacity:.7}</style></head>
    <body>
    <p>\(escaped(([report.severity] + report.classes.map(\.rawValue)).joined(separator: " ")))</p>
    \(fragment(report))
    </body></html>
    """
  }

  private static func element(_ row: DiffReport.Row) -> String {
    let name = row.isTitle ? "h1" : "p"
    let moved = row.kind.hasPrefix("moved") ? " class=\"moved\"" : ""
    return "<\(name)\(moved)>\(row.pieces.map(marked).joined())</\(name)>"
  }

  private static func marked(_ piece: DiffReport.Row.Piece) -> String {
    let words = escaped(piece.text).replacing("\n", with: "<br>")
    return switch piece.kind {
    case "removed": "<del>\(words)</del>"
    case "added": "<ins>\(words)</ins>"
    default: words
    }
  }

  private static func escaped(_ text: String) -> String { AtomFeed.escaped(text) }
}
