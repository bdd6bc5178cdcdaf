import Foundation
import Glibc

extension FeedsFile {
  /// Writes the text of a feeds file so that whoever reads it meanwhile finds the old or the new one whole; a link is
  /// followed, and the file's permissions stay.
  public static func save(_ text: String, path: String) throws(FeedsFileError) {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let temporary = "\(path).\(getpid()).new"
    let mode = (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0o640
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { throw FeedsFileError(cause: .unwritable, path: path) }
    defer { unlink(temporary) }
    fchmod(descriptor, mode_t(mode))
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
    } catch {
      throw FeedsFileError(cause: .unwritable, path: path)
    }
    guard rename(temporary, path) == 0 else { throw FeedsFileError(cause: .unwritable, path: path) }
  }
}
