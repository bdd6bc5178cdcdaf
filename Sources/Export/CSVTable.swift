import Foundation

/// Rows as a table that spreadsheets open as it is (RFC 4180, UTF-8 with a byte order mark).
public enum CSVTable {
  /// One line a row under a line of column names; nested values are JSON.
  public static func text(_ rows: [some Encodable]) throws -> String {
    guard let first = rows.first else { return "\u{FEFF}" }
    let columns = Mirror(reflecting: first).children.compactMap(\.label).map(snake)
    var lines = [columns.joined(separator: ",")]
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    for row in rows {
      let object = try JSONSerialization.jsonObject(with: encoder.encode(row)) as? [String: Any] ?? [:]
      lines.append(try columns.map { try quoted(cell(object[$0])) }.joined(separator: ","))
    }
    return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func cell(_ value: Any?) throws -> String {
    switch value {
    case nil: return ""
    case let text as String: return text
    case let number as NSNumber:
      // As `Bool` Foundation would also take the numbers 0 and 1.
      let isFlag = String(cString: number.objCType) == "c"
      return isFlag ? (number.boolValue ? "true" : "false") : "\(number)"
    case let nested?:
      let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try JSONSerialization.data(withJSONObject: nested, options: options), as: UTF8.self)
    }
  }

  /// A cell that starts like a formula is given an apostrophe: a spreadsheet would run what an outlet wrote.
  private static func quoted(_ text: String) -> String {
    let safe = text.first.map("=+-@\t\r".contains) == true ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// A Swift name in the case that JSON uses.
  static func snake(_ name: String) -> String {
    name.reduce(into: "") { result, letter in
      if letter.isUppercase { result += "_" }
      result += letter.lowercased()
    }
  }
}
