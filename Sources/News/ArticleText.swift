/// The words of an article: title, summary (sapo) and body, each in canonical form.
public struct ArticleText: Hashable, Sendable {
  /// The headline.
  public var title: String
  /// The sapo; empty where there is none.
  public var summary: String
  /// The body: paragraphs joined by a newline, as it is kept, hashed and compared.
  public var body: String

  /// Takes every field as given.
  public init(title: String, summary: String, body: String) {
    self.title = title
    self.summary = summary
    self.body = body
  }

  /// Takes every field as given; no paragraph holds a newline.
  public init(title: String, summary: String, paragraphs: [String]) {
    self.init(title: title, summary: summary, body: paragraphs.joined(separator: "\n"))
  }

  /// The body, paragraph by paragraph.
  public var paragraphs: [String] {
    get {
      // On bytes: a newline is one, and letter by letter takes many times as long.
      body.isEmpty
        ? [] : body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
    set { body = newValue.joined(separator: "\n") }
  }

  /// Title, summary and body, each on lines of their own; what is searched, hashed and compared for copies.
  public var whole: String {
    var whole = ""
    whole.reserveCapacity(title.utf8.count + summary.utf8.count + body.utf8.count + 2)
    whole += title
    whole += "\n"
    whole += summary
    whole += "\n"
    whole += body
    return whole
  }
}
