import GRDB
import Testing

@testable import Archive

@Suite struct SteppedStatementTests {
  @Test func step_whenRowsWereBound_givesThemBack() throws {
    try DatabaseQueue().inDatabase { db in
      try db.execute(sql: "CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
      let insert = try SteppedStatement(db, "INSERT INTO word VALUES (?, ?)")
      for (id, text) in ["", "lũ", "a\u{0}b"].enumerated() {
        try insert.bind(Int64(id), at: 1)
        try insert.bind(text, at: 2)
        #expect(try !insert.step())
        insert.reset()
      }
      let select = try SteppedStatement(db, "SELECT id, text, NULL FROM word ORDER BY id")
      var found: [String] = []
      while try select.step() {
        #expect(select.isNumber(0) && !select.isNumber(1) && select.isNull(2))
        #expect(select.number(0) == Int64(found.count))
        found.append(select.withText(1) { String(decoding: $0, as: UTF8.self) })
      }
      #expect(found == ["", "lũ", "a\u{0}b"])
    }
  }

  @Test func step_whenTheTableRefuses_saysWhatSQLiteSays() throws {
    try DatabaseQueue().inDatabase { db in
      try db.execute(sql: "CREATE TABLE word(id INTEGER PRIMARY KEY) STRICT; INSERT INTO word VALUES (1)")
      let insert = try SteppedStatement(db, "INSERT INTO word VALUES (?)")
      try insert.bind(1, at: 1)
      #expect(throws: DatabaseError.self) { try insert.step() }
    }
  }
}
