import Glibc

/// What every file of an archive that is written in place needs: all bytes, a name that lasts, and one way to say why not.
enum DiskFile {
  /// Writes all of some bytes at a place in a file of `folder`.
  static func put(
    _ bytes: UnsafeRawBufferPointer, into descriptor: Int32, at offset: Int, folder: String
  ) throws {
    var done = 0
    while done < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(folder) }
      done += count
    }
  }

  /// Makes the names in a folder durable: a new or renamed file's must be as durable as what it holds.
  static func sync(folder: String) throws {
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0 else { throw failure(folder) }
    defer { close(place) }
    guard fsync(place) == 0 else { throw failure(folder) }
  }

  /// Why the last call failed.
  static func failure(_ folder: String) -> ArchiveError {
    ArchiveError(.disk, "cannot write to \(folder) (\(String(cString: strerror(errno)))); \(ArchiveError.diskAdvice)")
  }
}
