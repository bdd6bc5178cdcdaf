import Foundation
import Glibc

/// The right to write an archive: an advisory lock on a file that names its holder.
///
/// The kernel drops the lock with the process, so a stale one never blocks.
public final class ArchiveLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of an archive folder for `holder` (`crawl`, `daemon`, `import`), or says who has it.
  public init(folder: String, holder: String) throws {
    let path = folder + "/lock"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard file >= 0 else {
      let cause: ArchiveError.Cause = errno == EACCES || errno == EPERM ? .noPermission : .cannotCreate
      throw ArchiveError(cause, "cannot open the lock \(path): \(String(cString: strerror(errno)))")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let who = Self.holder(file)
      close(file)
      throw ArchiveError(.locked, "the archive \(folder) is being written by \(who); wait for it or stop it")
    }
    let line = Array("\(holder), process \(getpid())\n".utf8)
    ftruncate(file, 0)
    pwrite(file, line, line.count, 0)
    descriptor = file
  }

  /// Who has the lock; one who has just taken it writes its name in a moment.
  private static func holder(_ file: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    for _ in 0..<40 {
      let count = pread(file, &buffer, buffer.count, 0)
      if count > 0 {
        return String(decoding: buffer.prefix(count), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      }
      usleep(5000)
    }
    return "another process"
  }

  /// Gives the lock back before its holder ends.
  func release() {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
  }

  deinit {
    release()
    close(descriptor)
  }
}
