/// Where a WARC file cannot be read, and why.
public struct WARCDamage: Error, Sendable, CustomStringConvertible {
  /// Where the record starts in the file.
  public var offset: Int64
  public var message: String

  init(offset: Int64, _ message: String) {
    self.offset = offset
    self.message = message
  }
  public var description: String { "at \(offset): \(message)" }
}
