/// One thing wrong in feeds.yaml, and where; lines and columns count from 1.
public struct FeedsFileProblem: Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
  /// What is wrong and what is expected.
  public var message: String

  /// Takes every field as given.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// `line:column: message`, the form editors jump to when a path stands before it.
  public var description: String { "\(line):\(column): \(message)" }
}
