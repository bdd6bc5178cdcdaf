import News

/// A feed or an entry while its elements arrive: of several that say the same the highest rank stands.
struct FeedDraft {
  /// More of one entry's categories or files are no news, and would cost memory and time.
  static let listLimit = 64

  struct Ranked {
    private(set) var utf8: [UInt8] = []
    private var rank = 0

    var text: String { String(decoding: utf8, as: UTF8.self) }
    var presentText: String? { utf8.isEmpty ? nil : text }

    /// The first of equals stands; with `lastWins` the last.
    mutating func offer(_ utf8: [UInt8], _ rank: Int, lastWins: Bool = false) {
      guard !utf8.isEmpty, rank > self.rank || (lastWins && rank == self.rank) else { return }
      self.utf8 = utf8
      self.rank = rank
    }

    mutating func offer(_ text: String?, _ rank: Int, lastWins: Bool = false) {
      guard let text else { return }
      offer(Array(text.utf8), rank, lastWins: lastWins)
    }
  }

  var id = Ranked()
  var link = Ranked()
  var title = Ranked()
  var summary = Ranked()
  var content = Ranked()
  var author = Ranked()
  var language = Ranked()
  var published = Ranked()
  var updated = Ranked()
  var categories: [String] = []
  var enclosures: [Enclosure] = []

  /// About how many bytes it takes, with what the allocator adds.
  var size: Int {
    let texts = [id, link, title, summary, content, author, language, published, updated]
    let files = enclosures.reduce(0) { $0 + 112 + $1.url.utf8.count }
    return 400 + texts.reduce(0) { $0 + $1.utf8.count } + categories.reduce(files) { $0 + 16 + $1.utf8.count }
  }

  mutating func add(category: String) {
    guard !category.isEmpty, categories.count < Self.listLimit, !categories.contains(category) else { return }
    categories.append(category)
  }

  mutating func add(_ enclosure: Enclosure) {
    guard enclosures.count < Self.listLimit, !enclosures.contains(where: { $0.url == enclosure.url }) else { return }
    enclosures.append(enclosure)
  }
}
