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
  public var body: String { paragraphs.joined(separator: "\n") }
  /// Title, summary and body, each on lines of their own; what is searched, hashed and compared for copies.
  public var whole: String { title + "\n" + summary + "\n" + body }
}
