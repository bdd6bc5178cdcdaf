import Testing

@testable import Prove

@Suite struct LogRecordTests {
  @Test func value_whenItHoldsANUL_endsBeforeIt() {
    var record = LogRecord()
    record.add("id", "bv1\0\u{301}x")
    record.add("author", "\0")
    record.add("url", "https://a.example/\\\n")
    #expect(record.text == "id bv1\nauthor \nurl https://a.example/\\\\\\n\n")
  }
}
