import Foundation
import Glibc

/// Writes one segment: postings in order, then the directory of buckets, the filter and the checksum; the file takes
/// its name when all of it is on the disk.
struct SegmentWriter {
  private let folder: String
  private let name: String
  private let descriptor: Int32
  private var header = PostingSegment.Header()
  private var directory: [UInt64] = [0]
  private var filter: [UInt8]
  private var buffer: [UInt8] = []
  private var written = PostingSegment.Header.bytes
  private var hash: UInt64 = 0
  private var lastAdded: UInt64?
  private var check = Checksum()

  private static let bucketSize = 32
  private var temporary: String { folder + "/." + name }

  /// `count`: how many postings will come at most.
  init(folder: String, name: String, count: Int, documents: ClosedRange<UInt32>) throws {
    self.folder = folder
    self.name = name
    header.firstDocument = UInt64(documents.lowerBound)
    header.lastDocument = UInt64(documents.upperBound)
    let buckets = max(1, count / Self.bucketSize)
    header.bucketBits = UInt64(min(32, Int.bitWidth - 1 - buckets.leadingZeroBitCount))
    header.filterBlocks = UInt64(HashFilter.blocks(for: count))
    filter = Array(repeating: 0, count: Int(header.filterBlocks) * HashFilter.blockBytes)
    directory.reserveCapacity(header.buckets + 1)
    buffer.reserveCapacity(1 << 16 + 64)
    descriptor = open(folder + "/." + name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw Self.failure(folder) }
  }

  mutating func add(_ key: UInt64, _ document: UInt32) throws {
    let next = key >> 16
    let bucket = Int(next >> (48 - header.bucketBits))
    while directory.count <= bucket { startBucket() }
    PostingBytes.append(key, document, after: hash, base: UInt32(header.firstDocument), to: &buffer)
    hash = next
    if lastAdded != next { HashFilter.add(next, to: &filter, blocks: Int(header.filterBlocks)) }
    lastAdded = next
    header.postings += 1
    if buffer.count >= 1 << 16 { try writeBuffer() }
  }

  private mutating func startBucket() {
    hash = UInt64(directory.count) << (48 - header.bucketBits)
    directory.append(UInt64(written - PostingSegment.Header.bytes + buffer.count))
  }

  /// Makes the file durable under its name; returns its length.
  mutating func finish() throws -> Int {
    defer { close(descriptor) }
    while directory.count <= header.buckets { startBucket() }
    header.bodyBytes = directory.last ?? 0
    for offset in directory {
      append(offset)
      if buffer.count >= 1 << 16 { try writeBuffer() }
    }
    try writeBuffer()
    swap(&buffer, &filter)
    try writeBuffer()
    let head = (header.words + [0]).flatMap(Self.bytes)
    head.withUnsafeBytes { check.add($0) }
    append(UInt64(check.value))
    try write(buffer, at: written)
    let length = written + buffer.count
    try write(head, at: 0)
    guard fsync(descriptor) == 0, rename(temporary, folder + "/" + name) == 0 else { throw Self.failure(folder) }
    try Self.syncFolder(folder)
    return length
  }

  /// Takes the unfinished file away.
  func abandon() {
    close(descriptor)
    unlink(temporary)
  }

  private static func bytes(_ word: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }

  private mutating func append(_ word: UInt64) { buffer.append(contentsOf: Self.bytes(word)) }

  private mutating func writeBuffer() throws {
    buffer.withUnsafeBytes { check.add($0) }
    try write(buffer, at: written)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws {
    try bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let count = pwrite(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done, off_t(offset + done))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw Self.failure(folder) }
        done += count
      }
    }
  }

  /// A rename is durable once its folder is.
  private static func syncFolder(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(folder) }
  }

  private static func failure(_ folder: String) -> ArchiveError {
    ArchiveError(.disk, "cannot write to \(folder) (\(String(cString: strerror(errno)))); \(ArchiveError.diskAdvice)")
  }
}
