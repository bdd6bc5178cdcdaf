/// Answers as an Atom feed (RFC 4287), so that a feed reader can follow them.
public struct AtomFeed: Sendable {
  /// One answer.
  public struct Entry: Sendable {
    public var id: String
    public var title: String
    public var updated: String
    public var link: String
    public var summary: String

    public init(id: String, title: String, updated: String, link: String, summary: String) {
      self.id = id
      self.title = title
      self.updated = updated
      self.link = link
      self.summary = summary
    }
  }

  public var id: String
  public var title: String
  public var entries: [Entry]

  public init(id: String, title: String, entries: [Entry]) {
    self.id = id
    self.title = title
    self.entries = entries
  }

  /// The feed as XML, newest entry first.
  public var xml: String {
    let newest = entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z"
    let items = entries.reversed().map { entry in
      """
        <entry>
          <id>\(Self.escaped(entry.id))</id>
          <title>\(Self.escaped(entry.title))</title>
          <updated>\(entry.updated)</updated>
          <link href="\(Self.escaped(entry.link))"/>
          <summary>\(Self.escaped(entry.summary))</summary>
        </entry>

      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <id>\(Self.escaped(id))</id>
        <title>\(Self.escaped(title))</title>
        <updated>\(newest)</updated>
        <author><name>banluu</name></author>
      \(items.joined())</feed>
      """
  }

  /// Text fit for XML 1.0: markup escaped, characters that no XML may hold dropped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
