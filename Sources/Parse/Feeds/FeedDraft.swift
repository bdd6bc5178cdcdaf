import News

/// A feed or an entry while its elements arrive: of several that say the same the highest rank stands.
struct FeedDraft {
  struct Ranked {
    private(set) var text = ""
    private var rank = 0

    /// The first of equals stands; with `lastWins` the last.
    mutating func offer(_ text: String, _ rank: Int, lastWins: Bool = false) {
      guard !text.isEmpty, rank > self.rank || (lastWins && rank == self.rank) else { return }
      self.text = text
      self.rank = rank
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

  mutating func add(category: String) {
    if !category.isEmpty, !categories.contains(category) { categories.append(category) }
  }
}
