import Testing

@testable import Poll

@Suite struct JSONLineTests {
  private func read(_ text: String) -> [String: String]? {
    let keys = ["a", "b"]
    var values: [String: String] = [:]
    let isRead = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var line = JSONLine(bytes)
      return line.readStrings(keys.map { Array($0.utf8) }) { values[keys[$0]] = String(decoding: $1, as: UTF8.self) }
    }
    return isRead ? values : nil
  }

  @Test(arguments: [
    (#"{"a":"một","b":"hai"}"#, ["a": "một", "b": "hai"]),
    (#" { "a" : "x" , "c" : [1, {"a": "no"}, "]"] } "#, ["a": "x"]),
    (#"{"a":"\"\\\/\n\t\r\u0110\ud83d\ude00"}"#, ["a": "\"\\/\n\t\rĐ😀"]), ("{}", [:]),
    (#"{"b":null,"a":"x","b":"y","n":-1.5e3,"t":true}"#, ["a": "x", "b": "y"]),
    (#"{"a":"một đoạn dài hơn tám chữ \" rồi còn nữa"}"#, ["a": "một đoạn dài hơn tám chữ \" rồi còn nữa"]),
  ]) func readStrings_whenTheLineIsAnObject_givesThem(_ line: String, _ expected: [String: String]) {
    #expect(read(line) == expected)
  }

  @Test(arguments: [
    "", "x", "[]", #"{"a":"x""#, #"{"a":"x"} y"#, #"{"a" "x"}"#, #"{"a":"x",}"#, #"{"a":"\x"}"#, #"{"a":"\ud800"}"#,
    #"{"a":"\u12g4"}"#, "{\"a\":\"line\nbreak\"}", #"{"a":tru}"#, #"{"a":nan}"#, #"{"a":"x"#, #"{"c":[1,2}"#,
    "{\"a\":" + String(repeating: "[", count: 5_000),
  ]) func readStrings_whenTheLineIsNoObject_isFalse(_ line: String) {
    #expect(read(line) == nil)
  }
}
