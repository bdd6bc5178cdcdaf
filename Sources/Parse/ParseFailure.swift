/// Why a document could not be read.
public struct ParseFailure: Error, Hashable, Sendable {
  public enum Reason: String, Sendable {
    case empty, notAFeed, tooLarge, tooDeep, tagTooLong, documentType, malformed, budget
  }

  public var reason: Reason
  public var message: String
  /// The line of the document where it failed, where that is known.
  public var line: Int?

  public init(_ reason: Reason, _ message: String, line: Int? = nil) {
    self.reason = reason
    self.message = message
    self.line = line
  }
}
