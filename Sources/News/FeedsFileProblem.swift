/// One thing wrong in feeds.yaml, and where; lines and columns count from 1.
public struct FeedsFileProblem: Hashable, Sendable, CustomStringConvertible {
  public var line: Int
  public var column: Int
  public var message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// `line:column: message`, the form editors jump to when a path stands before it.
  public var description: String { "\(line):\(column): \(message)" }
}
