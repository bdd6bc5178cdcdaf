/// The words of an article: title, summary (sapo) and body paragraphs, each in canonical form.
public struct ArticleText: Hashable, Sendable {
  /// The headline.
  public var title: String
  /// The sapo; empty where there is none.
  public var summary: String
  /// The body, paragraph by paragraph.
  public var paragraphs: [String]

  /// Takes every field as given.
  public init(title: String, summary: String, paragraphs: [String]) {
    self.title = title
    self.summary = summary
    self.paragraphs = paragraphs
  }

  /// The body: paragraphs joined by a newline.
  public var body: String { Self.lines([], paragraphs) }
  /// Title, summary and body, each on lines of their own; what is searched, hashed and compared for copies.
  public var whole: String { Self.lines([title, summary], paragraphs.isEmpty ? [""] : paragraphs) }

  /// Lines put together in one piece: every text goes through here several times, and `joined` grows as it goes.
  private static func lines(_ first: [String], _ rest: [String]) -> String {
    var result = ""
    result.reserveCapacity((first + rest).reduce(0) { $0 + $1.utf8.count + 1 })
    var isFirst = true
    for line in [first, rest].joined() {
      if !isFirst { result += "\n" }
      result += line
      isFirst = false
    }
    return result
  }
}
