import Foundation

/// A request as a scripted server got it.
public struct ScriptedRequest: Sendable {
  /// Path and query.
  public let path: String
  /// The header lines, as sent.
  public let lines: [String]

  init(head: String) {
    let lines = head.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    let words = (lines.first ?? "").split(separator: " ")
    path = words.count > 1 ? String(words[1]) : ""
    self.lines = Array(lines.dropFirst())
  }

  /// The value of a header, its name in any case; nil where it was not sent.
  public func header(_ name: String) -> String? {
    let start = name.lowercased() + ":"
    let line = lines.first { $0.lowercased().hasPrefix(start) }
    return line.map { $0.dropFirst(start.count).trimmingCharacters(in: .whitespaces) }
  }
}
