/// Outlets and sources as lines of feeds.yaml, from the first column on.
public enum FeedsFileBlock {
  /// An outlet; `notes` stand as comments above the sources of those addresses.
  public static func lines(of outlet: Outlet, notes: [String: String] = [:]) -> [String] {
    var lines = ["- id: \(scalar(outlet.id))", "  name: \(scalar(outlet.name))", "  kind: \(outlet.kind.rawValue)"]
    if let home = outlet.home { lines.append("  home: \(scalar(home))") }
    if !outlet.hosts.isEmpty { lines.append("  hosts: [\(outlet.hosts.map(scalar).joined(separator: ", "))]") }
    if let id = outlet.articleID { lines.append("  article-id: '\(id.replacing("'", with: "''"))'") }
    lines.append("  feeds:")
    return lines + outlet.sources.flatMap { Self.lines(of: $0, note: notes[$0.url]).map { "    " + $0 } }
  }

  /// A source, with a comment above it.
  public static func lines(of source: Source, note: String? = nil) -> [String] {
    var lines = note.map { ["# " + $0.split(whereSeparator: \.isNewline).joined(separator: " ")] } ?? []
    lines.append("- url: \(scalar(source.url))")
    if source.kind != .feed { lines.append("  kind: \(source.kind.rawValue)") }
    let seconds = source.interval.components.seconds
    if seconds != 900 { lines.append("  interval: \(seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s")") }
    return lines
  }

  /// Plain where YAML reads it as that text, else in double quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first.map {
        $0.isLetter && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
      }
      ?? false
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " -_./:?=&%+~".unicodeScalars.contains(scalar)
    }
    if isPlain, isSafe, !text.contains(": "), text.last != ":", text.last != " " { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
