import Foundation

/// A folder for an archive and the files of a test; it is removed with its last holder.
public final class TemporaryArchive: Sendable {
  /// The folder that is removed.
  public let folder: String
  /// Where the archive goes; not made yet.
  public var path: String { folder + "/archive" }

  public init() throws {
    folder = NSTemporaryDirectory() + "banluu-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file beside the archive and gives its path.
  public func write(_ text: String, _ name: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
