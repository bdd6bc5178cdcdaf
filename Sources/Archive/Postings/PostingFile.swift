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
    guard descriptor >= 0 else { throw DiskFile.failure(folder) }
  }

  mutating func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try append($0) } }

  /// Writes numbers with their least byte first, which on most machines is as they stand.
  mutating func write(_ words: inout [UInt64]) throws {
    for i in words.indices { words[i] = words[i].littleEndian }
    try words.withUnsafeBytes { try append($0) }
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
    check.add(bytes)
    try DiskFile.put(bytes, into: descriptor, at: length, folder: folder)
    length += bytes.count
  }

  /// Writes checksum and head, makes the file durable under its name, and leaves it.
  mutating func finish(_ head: [UInt64]) throws {
    try head.map(\.littleEndian).withUnsafeBytes {
      check.add($0)
      try DiskFile.put($0, into: descriptor, at: 0, folder: folder)
    }
    var sum = [UInt64(check.value)]
    try write(&sum)
    guard fsync(descriptor) == 0, rename(folder + "/." + name, folder + "/" + name) == 0 else {
      throw DiskFile.failure(folder)
    }
    try DiskFile.sync(folder: folder)
    close(descriptor)
  }

  /// Takes the unfinished file away.
  func abandon() {
    close(descriptor)
    unlink(folder + "/." + name)
  }
}
