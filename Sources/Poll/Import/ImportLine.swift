import Archive
import News
import Parse

/// One line of an import: a JSON object with the fields of an article.
enum ImportLine {
  struct Problem: Error { var message: String }

  private static let needed = ["id", "outlet", "url", "title", "text", "published"]

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<NewsArchive.Imported, Problem> {
    var fields = Fields()
    var line = JSONLine(bytes)
    guard line.readStrings(Fields.keys, { fields.take($0, $1) }), fields.isText else {
      return .failure(Problem(message: "not a JSON object with \(needed.joined(separator: ", "))"))
    }
    if let missing = needed.first(where: { fields.text($0) == nil }) {
      return .failure(Problem(message: "\(missing) is missing"))
    }
    let stated = fields["published"]
    guard let published = DateReader.read(stated, order: .dmy, zoneMinutes: 420)?.instant else {
      return .failure(Problem(message: "published is no date: \(stated)"))
    }
    let text = ArticleText(
      title: CanonicalText.of(fields["title"]), summary: CanonicalText.of(fields["summary"]), body: fields["text"])
    let seen = PageSeen(text: text, origin: .imported, author: fields.text("author"), published: published)
    let url = fields["url"]
    let hosts = WebAddress.host(url).map { [$0] } ?? []
    return .success(
      NewsArchive.Imported(
        id: fields["id"], outlet: fields["outlet"], url: url, keys: ["url:" + WebAddress.canonical(url, hosts: hosts)],
        seen: seen))
  }

  /// The fields of a line, its text in canonical form; the last of two with one name counts.
  private struct Fields {
    private static let names = needed + ["summary", "author"]
    static let keys = names.map { Array($0.utf8) }
    private static let body = names.firstIndex(of: "text")

    private var values = [String?](repeating: nil, count: names.count)
    /// Whether all of it was UTF-8.
    private(set) var isText = true

    func text(_ name: String) -> String? { Self.names.firstIndex(of: name).flatMap { values[$0] } }
    subscript(_ name: String) -> String { text(name) ?? "" }

    mutating func take(_ key: Int, _ value: borrowing [UInt8]) {
      let text =
        key == Self.body
        ? CanonicalText.body(value.span) : value.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
      if let text { values[key] = text } else { isText = false }
    }
  }
}
