import Foundation
import Glibc

/// A file of the copy index while it is written, under another name until all of it is on the disk.
///
/// The head comes last, as it tells how much follows; room is left for it. The checksum is that of the order in which
/// the parts were written.
struct PostingFile {
  private let folder: String
  private let name: String
  private let descriptor: Int32
  private var check = Checksum()
  private(set) var length = PostingSegment.Header.bytes

  init(folder: String, name: String) throws {
    (self.folder, self.name) = (folder, name)
    descriptor = open(folder + "/." + name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw Self.failure(folder) }
  }

  mutating func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes {
      check.add($0)
      try put($0, at: length)
    }
    length += bytes.count
  }

  /// Writes numbers with their least byte first, which on most machines is as they stand.
  mutating func write(_ words: inout [UInt64]) throws {
    for i in words.indices { words[i] = words[i].littleEndian }
    try words.withUnsafeBytes {
      check.add($0)
      try put($0, at: length)
    }
    length += words.count * 8
  }

  /// Writes checksum and head, makes the file durable under its name, and leaves it.
  mutating func finish(_ head: [UInt64]) throws {
    try head.map(\.littleEndian).withUnsafeBytes {
      check.add($0)
      try put($0, at: 0)
    }
    var sum = [UInt64(check.value)]
    try write(&sum)
    guard fsync(descriptor) == 0, rename(folder + "/." + name, folder + "/" + name) == 0 else {
      throw Self.failure(folder)
    }
    try Self.sync(folder)
    close(descriptor)
  }

  /// Takes the unfinished file away.
  func abandon() {
    close(descriptor)
    unlink(folder + "/." + name)
  }

  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(folder) }
      done += count
    }
  }

  /// A rename is durable once its folder is.
  private static func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(folder) }
  }

  private static func failure(_ folder: String) -> ArchiveError {
    ArchiveError(.disk, "cannot write to \(folder) (\(String(cString: strerror(errno)))); \(ArchiveError.diskAdvice)")
  }
}
