import Foundation

/// Why something was not exported.
public struct ExportError: Error, Sendable, CustomStringConvertible {
  public enum Cause: Sendable {
    /// A file or folder cannot be made.
    case cannotCreate
    /// The disk failed or is full.
    case disk
  }

  public var cause: Cause
  public var message: String

  init(_ cause: Cause, _ message: String) { (self.cause, self.message) = (cause, message) }

  /// Runs `body`, which writes to a path; what the system refuses is told with the path.
  public static func telling<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as CocoaError {
      let cause = error.userInfo[NSUnderlyingErrorKey].flatMap { $0 as? NSError }
      let code = cause?.domain == NSPOSIXErrorDomain ? Int32(cause?.code ?? 0) : 0
      let reason = code == 0 ? "\(error.localizedDescription)" : String(cString: strerror(code))
      guard [ENOSPC, EIO, EDQUOT, EFBIG].contains(code) || error.code == .fileWriteOutOfSpace else {
        throw ExportError(.cannotCreate, "cannot create \(path) (\(reason)); check the folder and its rights")
      }
      throw ExportError(.disk, "cannot write to \(path) (\(reason)); free some space and run the same command again")
    }
  }

  public var description: String { message }
}
