/// Why the archive could not do what was asked, and what to do next.
public struct ArchiveError: Error, Sendable, CustomStringConvertible {
  public enum Cause: Sendable {
    case missing, notAnArchive, newer, locked, cannotCreate, disk, noPermission, verification
  }

  static let diskAdvice = "free some space and run the same command again, what was committed is kept"

  public var cause: Cause
  public var message: String

  public init(_ cause: Cause, _ message: String) {
    self.cause = cause
    self.message = message
  }
  public var description: String { message }
}
