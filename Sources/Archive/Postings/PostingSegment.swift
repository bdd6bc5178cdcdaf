import Foundation
import Glibc

/// A file of postings that never changes, mapped into memory; `docs/archive-format.md` has its form.
///
/// All reading of the mapping is here, and each read is checked against its length.
final class PostingSegment {
  /// What stands at the head of the file.
  struct Header: Equatable {
    static let magic: UInt64 = 0x3253_4F50_554C_4E42  // "BNLUPOS2"
    static let bytes = 64
    var postings: UInt64 = 0
    var firstDocument: UInt64 = 0
    var lastDocument: UInt64 = 0
    /// Leading bits of a hash that name its bucket.
    var bucketBits: UInt64 = 0
    var filterBlocks: UInt64 = 0
    var bodyBytes: UInt64 = 0

    var words: [UInt64] {
      [Self.magic, postings, firstDocument, lastDocument, bucketBits, filterBlocks, bodyBytes]
    }
    var buckets: Int { 1 << Int(bucketBits) }
    func bucket(of key: UInt64) -> Int { Int(key >> (64 - bucketBits)) }
    var directoryBytes: Int { (buckets + 1) * 8 }
    var fileBytes: Int {
      Self.bytes + Int(bodyBytes) + directoryBytes + Int(filterBlocks) * HashFilter.blockBytes + 8
    }
  }

  let name: String
  let header: Header
  private let map: UnsafeRawBufferPointer
  private let body: UnsafeRawBufferPointer
  private let directory: UnsafeRawBufferPointer
  private let filter: UnsafeRawBufferPointer

  /// Nil where there is no such file; throws where it is no segment.
  init?(folder: String, name: String) throws {
    let path = folder + "/" + name
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 && errno == ENOENT { return nil }
    guard descriptor >= 0 else {
      throw ArchiveError(.noPermission, "cannot open \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    let length = Int(lseek(descriptor, 0, SEEK_END))
    guard length > Header.bytes, let start = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0),
      start != MAP_FAILED
    else { throw Self.damaged(path) }
    map = UnsafeRawBufferPointer(start: start, count: length)
    guard let header = Self.header(of: map) else {
      munmap(start, length)
      throw Self.damaged(path)
    }
    // Look-ups jump; reading ahead would fetch what nobody asks for.
    madvise(start, length, MADV_RANDOM)
    self.name = name
    self.header = header
    let bodyEnd = Header.bytes + Int(header.bodyBytes)
    body = UnsafeRawBufferPointer(rebasing: map[Header.bytes..<bodyEnd])
    directory = UnsafeRawBufferPointer(rebasing: map[bodyEnd..<(bodyEnd + header.directoryBytes)])
    filter = UnsafeRawBufferPointer(rebasing: map[(bodyEnd + header.directoryBytes)..<(length - 8)])
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: map.baseAddress), map.count) }

  private static func header(of map: UnsafeRawBufferPointer) -> Header? {
    func word(_ i: Int) -> UInt64 { UInt64(littleEndian: map.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)) }
    let length = UInt64(map.count)
    guard word(0) == Header.magic, word(4) <= 32, word(5) < length, word(6) < length else { return nil }
    let header = Header(
      postings: word(1), firstDocument: word(2), lastDocument: word(3), bucketBits: word(4), filterBlocks: word(5),
      bodyBytes: word(6))
    return header.fileBytes == map.count && header.filterBlocks > 0 ? header : nil
  }

  static func damaged(_ path: String) -> ArchiveError {
    ArchiveError(.notAnArchive, "\(path) is damaged; make the copy index anew with `banluu rebuild copies`")
  }

  /// Gives back the pages of postings that were read; the system keeps them cached as long as it likes. Directory and
  /// filter stay, as every look-up walks through them.
  func releasePages() {
    madvise(UnsafeMutableRawPointer(mutating: map.baseAddress), Header.bytes + body.count, MADV_DONTNEED)
  }

  /// Adds the holders of each hash; `hashes` are sorted and each stands once.
  func find(_ hashes: [UInt64], into holders: inout Holders) {
    let blocks = Int(header.filterBlocks)
    for (index, hash) in hashes.enumerated()
    where HashFilter.mayHold(hash, in: filter, blocks: blocks) && holders.wantsMore(of: index) {
      guard var reader = reader(ofBucket: header.bucket(of: hash << 16)) else { continue }
      while !reader.isAtEnd, reader.next(base: UInt32(header.firstDocument)), reader.key >> 16 <= hash {
        guard reader.key >> 16 == hash else { continue }
        if !holders.wantsMore(of: index) { break }
        holders.add(index, reader.document, UInt16(truncatingIfNeeded: reader.key))
      }
    }
  }

  /// The postings of one bucket; nil where the file is not as it was written.
  private func reader(ofBucket bucket: Int) -> PostingReader? {
    func offset(_ i: Int) -> Int {
      Int(clamping: UInt64(littleEndian: directory.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)))
    }
    let (start, end) = (offset(bucket), offset(bucket + 1))
    guard start <= end, end <= body.count else { return nil }
    return PostingReader(
      UnsafeRawBufferPointer(rebasing: body[start..<end]), after: UInt64(bucket) << (48 - header.bucketBits))
  }

  /// Appends the postings whose hashes begin with the leading `bits` of `part`, at most as many as name a bucket;
  /// false where the file is not as it was written.
  func read(part: Int, bits: UInt64, into run: inout PostingRun) -> Bool {
    let width = header.bucketBits - bits
    for bucket in (part << width)..<((part + 1) << width) {
      guard var reader = reader(ofBucket: bucket) else { return false }
      while !reader.isAtEnd {
        guard reader.next(base: UInt32(header.firstDocument)), header.bucket(of: reader.key) == bucket else {
          return false
        }
        run.append(reader.key, reader.document)
      }
    }
    return true
  }

  /// Whether the file is as it was written: its checksum, the order and the number of its postings.
  var isSound: Bool {
    let sum = map.count - 8
    let stated = UInt64(littleEndian: map.loadUnaligned(fromByteOffset: sum, as: UInt64.self))
    var check = Checksum()
    check.add(UnsafeRawBufferPointer(rebasing: map[Header.bytes..<sum]))
    check.add(UnsafeRawBufferPointer(rebasing: map[..<Header.bytes]))
    guard UInt64(check.value) == stated else { return false }
    var (count, last) = (UInt64(0), UInt64(0))
    var run = PostingRun()
    for bucket in 0..<header.buckets {
      run.removeAll()
      guard read(part: bucket, bits: header.bucketBits, into: &run) else { return false }
      for key in run.keys {
        guard key >= last else { return false }
        last = key
      }
      count += UInt64(run.count)
    }
    return count == header.postings
  }
}
