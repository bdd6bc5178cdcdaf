/// What a server of the rehearsed press reads of a request.
struct PressRequest: Sendable {
  let method: Substring
  let target: String
  let knownTag: String?

  /// nil where the first line is not one of HTTP.
  init?(head: String) {
    let lines = head.split(whereSeparator: \.isNewline)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    method = words[0]
    target = String(words[1])
    knownTag = lines.dropFirst().lazy.compactMap(Self.tag).first
  }

  private static func tag(in line: Substring) -> String? {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "if-none-match" else { return nil }
    let value = line[line.index(after: colon)...]
    return String(value.drop { $0 == " " })
  }
}
