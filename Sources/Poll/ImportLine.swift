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
      title: CanonicalText.of(fields["title"]), summary: CanonicalText.of(fields["summary"]),
      paragraphs: fields.paragraphs)
    let seen = PageSeen(text: text, origin: .imported, author: fields.text("author"), published: published)
    let url = fields["url"]
    let hosts = WebAddress.host(url).map { [$0] } ?? []
    return .success(
      NewsArchive.Imported(
        id: fields["id"], outlet: fields["outlet"], url: url, keys: ["url:" + WebAddress.canonical(url, hosts: hosts)],
        seen: seen))
  }

  /// The fields of a line; the last of two with one name counts.
  private struct Fields {
    private static let names = needed + ["summary", "author"]
    static let keys = names.map { Array($0.utf8) }
    private static let body = names.firstIndex(of: "text")

    private var values = [String?](repeating: nil, count: names.count)
    private(set) var paragraphs: [String] = []
    /// Whether all of it was UTF-8.
    private(set) var isText = true

    func text(_ name: String) -> String? { Self.names.firstIndex(of: name).flatMap { values[$0] } }
    subscript(_ name: String) -> String { text(name) ?? "" }

    mutating func take(_ key: Int, _ value: borrowing [UInt8]) {
      if key == Self.body {
        paragraphs = []
        value.withUnsafeBufferPointer { takeLines($0) }
        values[key] = ""
      } else if let text = value.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) {
        values[key] = text
      } else {
        isText = false
      }
    }

    /// Cut at the line breaks of ASCII, and at U+0085, U+2028 and U+2029.
    private mutating func takeLines(_ bytes: UnsafeBufferPointer<UInt8>) {
      var (start, at) = (0, 0)
      while at <= bytes.count {
        let isEnd = at == bytes.count
        let length = isEnd ? 1 : Self.breakLength(bytes, at)
        if length > 0 {
          if at > start {
            guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self) else {
              isText = false
              return
            }
            let words = CanonicalText.of(text)
            if !words.isEmpty { paragraphs.append(words) }
          }
          start = at + length
        }
        at += max(1, length)
      }
    }

    @inline(__always)
    private static func breakLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
      switch bytes[at] {
      case 0x0A...0x0D: 1
      case 0xC2: at + 1 < bytes.count && bytes[at + 1] == 0x85 ? 2 : 0
      case 0xE2: at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8 ? 3 : 0
      default: 0
      }
    }
  }
}
