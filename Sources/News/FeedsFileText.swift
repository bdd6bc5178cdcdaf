/// The text of feeds.yaml as a person keeps it: what is added leaves every line and comment where it stands.
public struct FeedsFileText: Sendable {
  private var lines: [Substring]

  /// The text of a file; an empty one begins a file.
  public init(_ text: String) {
    let isEmpty = text.allSatisfy(\.isWhitespace)
    lines = (isEmpty ? "version: 1\n\noutlets:\n" : text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The whole text, with a line end at its end.
  public var text: String {
    let joined = lines.joined(separator: "\n")
    return joined.hasSuffix("\n") ? joined : joined + "\n"
  }

  /// Adds an outlet behind the others; false where `outlets` is not written as a block.
  public mutating func add(_ outlet: Outlet, notes: [String: String] = [:]) -> Bool {
    guard let key = lines.firstIndex(where: { $0.hasPrefix("outlets:") }) else {
      lines.append("")
      lines.append("outlets:")
      return add(outlet, notes: notes)
    }
    guard makeBlock(key) else { return false }
    let (end, indent) = endOfBlock(key, column: 0)
    let margin = String(repeating: " ", count: indent ?? 2)
    let block = FeedsFileBlock.lines(of: outlet, notes: notes).map { $0.isEmpty ? "" : margin + $0 }
    let space = indent == nil ? [] : [""]
    lines.insert(contentsOf: (space + block).map { Substring($0) }, at: end)
    return true
  }

  /// Adds sources to an outlet that is there; `line` is that of its id, counted from 1.
  public mutating func add(_ sources: [Source], toOutletAt line: Int, notes: [String: String] = [:]) -> Bool {
    guard lines.indices.contains(line - 1), let column = column(ofKeysAt: line - 1) else { return false }
    let after = lines.indices.dropFirst(line).first { index in
      !Self.isBlank(self.lines[index]) && Self.indent(self.lines[index]) < column
    }
    let range = (line - 1)..<(after ?? lines.count)
    guard let key = range.first(where: { Self.holds("feeds:", lines[$0], at: column) }),
      makeBlock(key)
    else { return false }
    let (end, indent) = endOfBlock(key, column: column)
    let margin = String(repeating: " ", count: indent ?? column + 2)
    let block = sources.flatMap { FeedsFileBlock.lines(of: $0, note: notes[$0.url]) }.map { Substring(margin + $0) }
    lines.insert(contentsOf: block, at: end)
    return true
  }

  /// The column of an outlet's keys; its first stands behind a hyphen.
  private func column(ofKeysAt index: Int) -> Int? {
    let line = lines[index]
    let column = Self.indent(line)
    let rest = line.dropFirst(column)
    guard rest.first == "-" else { return column }
    return column + 1 + rest.dropFirst().prefix { $0 == " " }.count
  }

  /// Whether more can be added below a key; an empty list becomes the beginning of one.
  private mutating func makeBlock(_ key: Int) -> Bool {
    let name = lines[key].prefix { $0 != ":" }
    let value = lines[key].dropFirst(name.count + 1).drop { $0 == " " }
    if value.isEmpty || value.first == "#" { return true }
    guard value == "[]" || value == "~" || value == "null" else { return false }
    lines[key] = name + ":"
    return true
  }

  /// Where the items of a key end, and how far they are indented; nil where there are none yet.
  private func endOfBlock(_ key: Int, column: Int) -> (end: Int, indent: Int?) {
    var end = key + 1
    var indent: Int?
    for index in lines.indices.dropFirst(key + 1) where !Self.isBlank(lines[index]) {
      let depth = Self.indent(lines[index])
      let isItem = lines[index].dropFirst(depth).first == "-"
      if depth < column || (depth == column && !isItem) { break }
      if isItem, indent == nil { indent = depth }
      end = index + 1
    }
    return (end, indent)
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  private static func holds(_ key: String, _ line: Substring, at column: Int) -> Bool {
    let isOwn = indent(line) == column || line.prefix(column).allSatisfy { $0 == " " || $0 == "-" }
    return isOwn && line.dropFirst(column).hasPrefix(key)
  }

  private static func isBlank(_ line: Substring) -> Bool {
    let rest = line.drop { $0.isWhitespace }
    return rest.isEmpty || rest.first == "#"
  }
}
