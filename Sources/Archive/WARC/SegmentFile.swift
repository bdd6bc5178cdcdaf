import Foundation
import Glibc
import Prove

/// A WARC segment opened for reading.
final class SegmentFile {
  let path: String
  let descriptor: Int32

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let cause: ArchiveError.Cause = errno == EACCES ? .noPermission : .missing
      throw ArchiveError(cause, "cannot open \(path) (\(String(cString: strerror(errno)))); restore it from a backup")
    }
  }

  deinit { close(descriptor) }

  var length: Int64 {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Fills as much of a buffer as there is from an offset.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset) + off_t(done))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw ArchiveError(.disk, "cannot read \(path) (\(String(cString: strerror(errno))))")
      }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// SHA-256 of the first `length` bytes.
  func digest(of length: Int64) throws -> Digest {
    var stream = Digest.Stream()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var at: Int64 = 0
    while at < length {
      let want = Int(min(Int64(buffer.count), length - at))
      let got = try buffer.withUnsafeMutableBytes { bytes in
        let part = UnsafeMutableRawBufferPointer(rebasing: bytes[..<want])
        let got = try read(into: part, at: at)
        stream.update(UnsafeRawBufferPointer(rebasing: bytes[..<got]))
        return got
      }
      guard got == want else { throw ArchiveError(.verification, "\(path) ends at \(at + Int64(got)) of \(length)") }
      at += Int64(got)
    }
    return stream.digest()
  }
}
