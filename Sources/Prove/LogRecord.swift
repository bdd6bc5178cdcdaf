/// The canonical record behind a log entry: one `name value` a line, in the order in which it was made.
///
/// A backslash is written as two and a line feed as `\n`, so that a value cannot look like another line.
public struct LogRecord: Hashable, Sendable {
  /// The lines as they are hashed and kept.
  public private(set) var text = ""

  /// An empty record.
  public init() {}

  /// Adds a line; nothing where there is no value.
  public mutating func add(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    text += name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    text += " "
    if value.utf8.contains(where: { $0 == 0x0A || $0 == 0x5C }) {
      text += value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    } else {
      text += value
    }
    text += "\n"
  }

  /// Adds a line with a number.
  public mutating func add(_ name: StaticString, _ value: Int?) { add(name, value.map(String.init)) }

  /// Its SHA-256.
  public var digest: Digest { Digest(of: Array(text.utf8)) }
}
