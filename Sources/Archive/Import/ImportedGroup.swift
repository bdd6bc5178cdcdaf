import Detect
import GRDB
import News

/// A group of articles that are new to the archive, with what was found out about them.
struct ImportedGroup: Sendable {
  var lines: [NewsArchive.Imported]
  var found: [Detected]
  /// Their postings, as a commit keeps them.
  var postings: [UInt8]
  /// The numbers their rows get, if no other process takes one meanwhile.
  var numbers: Numbers
  var words: [WordsNumber]

  var articles: ClosedRange<Int64> { numbers.article...(numbers.article + Int64(lines.count) - 1) }
  var versions: ClosedRange<Int64> { numbers.version...(numbers.version + Int64(lines.count) - 1) }

  /// Takes the numbers that are free now, where others are.
  mutating func take(_ free: Numbers, in db: Database) throws {
    if numbers == free { return }
    numbers = free
    words = try WordsNumber.of(lines, from: free.text) { hash in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM text WHERE hash = ?"), arguments: [hash])
    }
  }

  /// The first number that a new row of each table gets.
  struct Numbers: Equatable, Sendable {
    var article: Int64
    var version: Int64
    var text: Int64
    var entry: Int64

    init(_ db: Database) throws {
      func next(_ table: String, _ column: String) throws -> Int64 {
        let sql = "SELECT coalesce(max(\(column)) + 1, ?) FROM \"\(table)\""
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [table == "log_entry" ? 0 : 1]) ?? 0
      }
      article = try next("article", "id")
      version = try next("version", "id")
      text = try next("text", "id")
      entry = try next("log_entry", "idx")
    }

    /// Those after a group.
    func after(_ words: [WordsNumber]) -> Numbers {
      var next = self
      next.article += Int64(words.count)
      next.version += Int64(words.count)
      next.entry += Int64(words.count)
      next.text += Int64(words.count { $0.areNew })
      return next
    }
  }

  /// The number of an article's words, which other articles may share.
  struct WordsNumber: Sendable {
    var number: Int64
    var areNew: Bool

    /// The numbers of the words of some lines, new ones from `first` on. `known`: the number of words that are there.
    static func of(
      _ lines: some Sequence<NewsArchive.Imported>, from first: Int64, known: (String) throws -> Int64?
    ) rethrows -> [WordsNumber] {
      var next = first
      var here: [String: Int64] = [:]
      return try lines.map { line in
        let hash = line.seen.hash
        if let number = try here[hash] ?? known(hash) { return WordsNumber(number: number, areNew: false) }
        here[hash] = next
        defer { next += 1 }
        return WordsNumber(number: next, areNew: true)
      }
    }
  }
}
