import GRDB
import Testing

@testable import Archive

@Suite struct RowJournalTests {
  private func lines(_ body: (Database) throws -> Void) throws -> [String] {
    let queue = try DatabaseQueue()
    return try queue.inDatabase { db in
      try db.execute(sql: Schema.sql)
      return try RowJournal.observing(db, articlesTell: true) { journal in
        var lines = ""
        try db.inTransaction {
          try body(db)
          lines = try journal.lines(db)
          return .commit
        }
        return lines.split(separator: "\n").map(String.init)
      }
    }
  }

  @Test func lines_whenARowAmongOthersIsTakenOut_tellTheRest() throws {
    let lines = try lines { db in
      for id in 1...4 {
        try db.execute(sql: "INSERT INTO text VALUES (?, ?, 'Tin', '', '')", arguments: [id, "h\(id)"])
      }
      try db.execute(sql: "DELETE FROM text WHERE id = 2")
    }
    #expect(lines.first == #"{"table":"text","deleted":2}"#)
    #expect(
      lines.dropFirst().map { String($0.prefix(30)) } == [1, 3, 4].map { #"{"table":"text","row":{"id":\#($0),"# })
  }

  @Test func lines_whenArticlesAreOfTwoOutlets_nameOutletsThenArticlesThenAliases() throws {
    let lines = try lines { db in
      try db.execute(sql: "INSERT INTO outlet(id, name, kind) VALUES ('b', 'B', 'other'), ('a', 'A', 'other')")
      for (id, outlet) in [(3, "b"), (4, "a"), (8, "b")] {
        try db.execute(
          sql: "INSERT INTO article(id, outlet, url, state, first_seen) VALUES (?, ?, 'u', 'live', 1)",
          arguments: [id, outlet])
        try db.execute(sql: "INSERT INTO alias VALUES (?, ?, ?, NULL)", arguments: [outlet, "k\(id)", id])
      }
    }
    let told = lines.map { line in line.split(separator: "\"").dropFirst(2).first(where: { $0 != ":" }) ?? "" }
    #expect(told == ["outlet", "outlet", "article", "article", "article", "alias", "alias", "alias"])
    #expect(lines[0].contains(#""id":"a""#))
    #expect(lines[5].contains(#""key":"k3""#))
    #expect(lines[7].contains(#""key":"k8""#))
  }

  @Test func runs_whenNumbersHaveGaps_partThere() {
    #expect(RowJournal.runs(of: [7, 1, 3, 2, 9, 8, 12]) == [1...3, 7...9, 12...12])
  }
}
