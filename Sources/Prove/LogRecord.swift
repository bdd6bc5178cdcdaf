/// The canonical record behind a log entry: one `name value` a line, in the order in which it was made.
///
/// A backslash is written as two and a line feed as `\n`, so that a value cannot look like another line. A value ends before its first NUL.
public struct LogRecord: Hashable, Sendable {
  /// The lines as they are hashed and kept.
  public private(set) var text = ""

  /// An empty record.
  public init() { text.reserveCapacity(512) }

  /// Adds a line; nothing where there is no value.
  public mutating func add(_ name: StaticString, _ value: String?) {
    guard var value else { return }
    // The database gives a text back up to its first NUL, and the record made again from there must be the same.
    if value.utf8.contains(0) {
      value = String(String.UnicodeScalarView(value.unicodeScalars.prefix { $0 != "\0" }))
    }
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
