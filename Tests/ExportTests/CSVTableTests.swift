import Testing

@testable import Export

private struct Row: Encodable {
  var firstSeen = "2026-11-24"
  var title: String
  var isGone = true
  var parts: [String] = ["một"]
  var missing: String?
}

@Suite struct CSVTableTests {
  @Test func text_whenRowsAreNested_namesColumnsInSnakeCase() throws {
    let text = try CSVTable.text([Row(title: "Lũ lên")])
    #expect(text.contains("first_seen,title,is_gone,parts,missing\r\n"))
    #expect(text.contains("2026-11-24,Lũ lên,true,\"[\"\"một\"\"]\",\r\n"))
  }

  @Test func text_whenANumberIsZeroOrOne_isANumber() throws {
    struct Count: Encodable {
      var none = 0
      var one = 1
      var share = 0.5
      var isGone = false
    }
    #expect(try CSVTable.text([Count()]) == "\u{FEFF}none,one,share,is_gone\r\n0,1,0.5,false\r\n")
  }

  @Test func text_whenACellLooksLikeAFormula_isDefused() throws {
    #expect(try CSVTable.text([Row(title: "=1+1")]).contains("'=1+1"))
  }

  @Test func text_whenThereAreNoRows_isOnlyTheMark() throws {
    #expect(try CSVTable.text([Row]()) == "\u{FEFF}")
  }
}
