import Foundation

/// Reads the records of a WARC file one after another: gzip member by member, all in one member, or not compressed.
final class WARCReader {
  private static let longestHeader = 1 << 20

  private let bytes: Inflater
  private let file: SegmentFile
  private let end: Int64
  private var unread = 0
  private(set) var head: WARCHead?

  init(_ file: SegmentFile, from offset: Int64 = 0, to end: Int64? = nil) throws {
    self.file = file
    self.end = end ?? file.length
    bytes = try Inflater(file, from: offset, to: end)
  }

  /// How far the file has been read.
  var position: Int64 { bytes.position }

  /// Goes to the next record; nil at the end of the file.
  func next() throws -> WARCHead? {
    head = nil
    try skip(unread)
    unread = 0
    repeat {
      guard try bytes.ensure(1) else { return nil }
    } while skipBlankLine()
    let offset = bytes.place
    let size = try headerSize(offset)
    guard let head = WARCHead(bytes.view(size), offset: offset) else {
      throw WARCDamage(offset: offset, "this is no WARC record")
    }
    bytes.consume(size)
    unread = head.length
    self.head = head
    return head
  }

  /// The block of the record, at most `limit` bytes of it; good until the next call.
  func block(limit: Int = 1 << 28) throws -> UnsafeRawBufferPointer {
    guard let head else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let count = min(head.length, limit)
    guard try bytes.ensure(count) else {
      throw WARCDamage(offset: head.offset, "the record ends after \(bytes.available) of \(head.length) bytes")
    }
    return bytes.view(count)
  }

  /// Ends the record and checks the checksum of its gzip member; gives the member's length.
  func finish() throws -> Int64 {
    guard let head else { return 0 }
    try skip(unread)
    unread = 0
    repeat { try bytes.reachMemberEnd() } while skipBlankLine()
    return bytes.position - head.offset
  }

  /// Goes on behind damage: at the next place where a gzip member or a record starts. False where there is none.
  func resync(after damage: WARCDamage) throws -> Bool {
    var at = damage.offset + 1
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while at < end {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: at) }
      if count < 5 { return false }
      for index in 0..<(count - 4) where Self.starts(buffer, index) && at + Int64(index) < end {
        bytes.restart(at: at + Int64(index))
        if let found = try? bytes.ensure(5), found, bytes.view(5).elementsEqual("WARC/".utf8) {
          (head, unread) = (nil, 0)
          return true
        }
      }
      at += Int64(count - 4)
    }
    return false
  }

  private static func starts(_ bytes: [UInt8], _ at: Int) -> Bool {
    (bytes[at] == 0x1F && bytes[at + 1] == 0x8B && bytes[at + 2] == 8)
      || (bytes[at] == 0x57 && bytes[at..<(at + 5)].elementsEqual("WARC/".utf8))
  }

  private func skip(_ count: Int) throws {
    var rest = count
    while rest > 0 {
      guard try bytes.ensure(1) else {
        throw WARCDamage(offset: head?.offset ?? bytes.place, "the record is cut short")
      }
      let step = min(rest, bytes.available)
      bytes.consume(step)
      rest -= step
    }
  }

  private func skipBlankLine() -> Bool {
    guard let byte = bytes.view(1).first, byte == 13 || byte == 10 else { return false }
    bytes.consume(1)
    return true
  }

  /// Bytes up to and with the empty line that ends the header; some tools end lines with LF alone.
  private func headerSize(_ offset: Int64) throws -> Int {
    var want = 256
    while true {
      try bytes.gather(want)
      let view = bytes.view(want)
      if let size = Self.headerEnd(view) { return size }
      guard view.count == want, want < Self.longestHeader, view.starts(with: "WARC/".utf8) else {
        throw WARCDamage(offset: offset, "this is no WARC record")
      }
      want *= 2
    }
  }

  static func headerEnd(_ view: UnsafeRawBufferPointer) -> Int? {
    for index in view.indices where view[index] == 10 {
      if index + 1 < view.count, view[index + 1] == 10 { return index + 2 }
      if index + 2 < view.count, view[index + 1] == 13, view[index + 2] == 10 { return index + 3 }
    }
    return nil
  }
}
