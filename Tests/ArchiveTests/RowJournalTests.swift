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
          lines = String(decoding: try journal.lines(db), as: UTF8.self)
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

  @Test func lines_whenTextsHoldWhatJSONEscapes_areThoseOfSQLite() throws {
    let hostile = "\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F} \"ngoặc\" \\ / ' < \u{2028} 😀 và dài hơn tám chữ"
    var expected: [String] = []
    let lines = try lines { db in
      try db.execute(sql: "INSERT INTO outlet(id, name, kind) VALUES ('a', ?, 'other')", arguments: [hostile])
      try db.execute(sql: "INSERT INTO article(id, outlet, url, state, first_seen) VALUES (1, 'a', '', 'live', -5)")
      try db.execute(sql: "INSERT INTO alias VALUES ('a', ?, 1, NULL)", arguments: [hostile])
      try db.execute(sql: "INSERT INTO text VALUES (1, 'h', ?, '', 'một')", arguments: [hostile])
      try db.execute(
        sql: """
          INSERT INTO version(id, article, number, text, origin, first_seen) VALUES (1, 1, 1, 1, 'page', 7);
          INSERT INTO copy(id, copy, copy_version, source, source_version, direction, class, share, longest, credited,
            differs, changes, passages, found_at) VALUES (9, 1, 1, 1, 1, 'seen', 'lift', 0.1, 3, 0, '[]', '[]', '[]', 9)
          """)
      for table in ["outlet", "article", "alias", "text", "version", "copy"] {
        expected += try String.fetchAll(db, sql: try RowJournal.select(table, db))
      }
    }
    #expect(lines == expected)
    #expect(lines.count == 6)
  }

  @Test func runs_whenNumbersHaveGaps_partThere() {
    #expect(RowJournal.runs(of: [7, 1, 3, 2, 9, 8, 12]) == [1...3, 7...9, 12...12])
  }
}
