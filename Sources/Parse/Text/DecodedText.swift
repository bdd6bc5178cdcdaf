/// A document as UTF-8 in normal form C without control characters, and how its encoding was found.
public struct DecodedText: Hashable, Sendable {
  public enum Step: String, Sendable { case bom, validUTF8, http, declared, repaired, guessed }

  public var utf8: [UInt8]
  /// The encoding's name in lower case, such as `utf-8` or `windows-1258`.
  public var encoding: String
  public var step: Step
  /// Characters were lost.
  public var damaged: Bool

  public init(utf8: [UInt8], encoding: String, step: Step, damaged: Bool) {
    self.utf8 = utf8
    self.encoding = encoding
    self.step = step
    self.damaged = damaged
  }
}
