import CZlib
import Foundation
import Glibc

/// A file of postings that never changes, mapped into memory; `docs/archive-format.md` has its form.
///
/// All reading of the mapping is here, and each read is checked against its length.
final class PostingSegment {
  /// What stands at the head of the file.
  struct Header: Equatable {
    static let magic: UInt64 = 0x3153_4F50_554C_4E42  // "BNLUPOS1"
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

  private static func damaged(_ path: String) -> ArchiveError {
    ArchiveError(.notAnArchive, "\(path) is damaged; make the copy index anew with `banluu rebuild copies`")
  }

  /// Gives back the pages that look-ups touched; the system keeps them cached as long as it likes.
  func releasePages() { madvise(UnsafeMutableRawPointer(mutating: map.baseAddress), map.count, MADV_DONTNEED) }

  /// Adds the holders of each hash; `hashes` are sorted and each stands once.
  func find(_ hashes: [UInt64], into holders: inout Holders) {
    let blocks = Int(header.filterBlocks)
    for (index, hash) in hashes.enumerated()
    where HashFilter.mayHold(hash, in: filter, blocks: blocks) && holders.wantsMore(of: index) {
      var reader = reader(ofBucket: Int(hash >> (48 - header.bucketBits)))
      while !reader.isAtEnd, reader.next(base: UInt32(header.firstDocument)), reader.key >> 16 <= hash {
        guard reader.key >> 16 == hash else { continue }
        if !holders.wantsMore(of: index) { break }
        holders.add(index, reader.document, UInt16(truncatingIfNeeded: reader.key))
      }
    }
  }

  private func reader(ofBucket bucket: Int) -> PostingReader {
    func offset(_ i: Int) -> Int {
      Int(
        clamping: UInt64(littleEndian: directory.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)))
    }
    let (start, end) = (offset(bucket), offset(bucket + 1))
    let isSound = start <= end && end <= body.count
    let bytes =
      isSound ? UnsafeRawBufferPointer(rebasing: body[start..<end]) : UnsafeRawBufferPointer(start: nil, count: 0)
    return PostingReader(bytes, after: UInt64(bucket) << (48 - header.bucketBits))
  }

  /// Whether the file is as it was written: its checksum, the order and the number of its postings.
  var isSound: Bool {
    let sum = map.count - 8
    let stated = UInt64(littleEndian: map.loadUnaligned(fromByteOffset: sum, as: UInt64.self))
    var check = Checksum()
    check.add(UnsafeRawBufferPointer(rebasing: map[Header.bytes..<sum]))
    check.add(UnsafeRawBufferPointer(rebasing: map[..<Header.bytes]))
    guard UInt64(check.value) == stated else { return false }
    var cursor = Cursor(self)
    var count: UInt64 = 0
    var last: UInt64 = 0
    while let key = cursor.key {
      guard key >= last else { return false }
      last = key
      count += 1
      cursor.advance()
    }
    return count == header.postings
  }

  /// Walks all postings in order.
  struct Cursor {
    private let segment: PostingSegment
    private var bucket = 0
    private var reader: PostingReader
    private(set) var key: UInt64?
    private(set) var document: UInt32 = 0

    init(_ segment: PostingSegment) {
      self.segment = segment
      reader = segment.reader(ofBucket: 0)
      advance()
    }

    mutating func advance() {
      while reader.isAtEnd {
        bucket += 1
        guard bucket < segment.header.buckets else {
          key = nil
          return
        }
        reader = segment.reader(ofBucket: bucket)
      }
      guard reader.next(base: UInt32(segment.header.firstDocument)) else {
        key = nil
        return
      }
      key = reader.key
      document = reader.document
    }
  }
}

/// CRC-32 of a file's parts.
struct Checksum {
  private(set) var value = UInt(0)

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(1 << 30)
      let words = UnsafeRawBufferPointer(rebasing: part).assumingMemoryBound(to: UInt8.self)
      value = UInt(crc32(uLong(value), words.baseAddress, uInt(words.count)))
      rest = rest.dropFirst(part.count)
    }
  }
}
