import Foundation

/// Postings as bytes: each is the step from the hash before it, its document from a base, and its position, as
/// numbers of seven bits a byte.
enum PostingBytes {
  /// What one posting takes at most: numbers of 48, 32 and 16 bits.
  private static let most = 7 + 5 + 3

  /// Appends some postings of a run, the first by its step from `hash`.
  static func append(
    _ run: PostingRun, _ range: Range<Int>, after hash: UInt64, base: UInt32, to bytes: inout [UInt8]
  ) {
    var (hash, end) = (hash, bytes.count)
    bytes.append(contentsOf: repeatElement(0, count: range.count * most))
    write(run, range, after: &hash, base: base, to: &bytes, at: &end)
    bytes.removeLast(bytes.count - end)
  }

  private static func write(
    _ run: PostingRun, _ range: Range<Int>, after hash: inout UInt64, base: UInt32, to bytes: inout [UInt8],
    at end: inout Int
  ) {
    var room = bytes.mutableSpan
    let (keys, documents) = (run.keys.span, run.documents.span)
    for i in range {
      let key = keys[i]
      write(key >> 16 &- hash, to: &room, at: &end)
      write(UInt64(documents[i] &- base), to: &room, at: &end)
      write(key & 0xFFFF, to: &room, at: &end)
      hash = key >> 16
    }
  }

  private static func write(_ number: UInt64, to room: inout MutableSpan<UInt8>, at end: inout Int) {
    var rest = number
    while rest >= 0x80 {
      room[end] = UInt8(truncatingIfNeeded: rest) | 0x80
      end += 1
      rest >>= 7
    }
    room[end] = UInt8(truncatingIfNeeded: rest)
    end += 1
  }

  /// A run as a commit keeps it: the base, then every posting.
  static func blob(of run: PostingRun) -> [UInt8] {
    let base = run.documents.min() ?? 0
    var bytes = [UInt8](repeating: 0, count: most)
    var end = 0
    var room = bytes.mutableSpan
    write(UInt64(base), to: &room, at: &end)
    bytes.removeLast(bytes.count - end)
    append(run, 0..<run.count, after: 0, base: base, to: &bytes)
    return bytes
  }

  /// Nil where the bytes are no such run.
  static func run(of bytes: Data) -> PostingRun? {
    bytes.withUnsafeBytes { raw in
      var reader = PostingReader(raw)
      var result = PostingRun(reservingCapacity: bytes.count / 9)
      guard let base = reader.number(), let base = UInt32(exactly: base) else { return nil }
      while !reader.isAtEnd {
        guard reader.next(base: base) else { return nil }
        result.append(reader.key, reader.document)
      }
      return result
    }
  }
}

/// Reads postings one after another; never past the end of the bytes it was given.
struct PostingReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var hash: UInt64
  private(set) var key: UInt64 = 0
  private(set) var document: UInt32 = 0

  init(_ bytes: UnsafeRawBufferPointer, after hash: UInt64 = 0) {
    self.bytes = bytes
    self.hash = hash
  }

  var isAtEnd: Bool { at == bytes.count }

  /// False where the bytes end or make no posting.
  mutating func next(base: UInt32) -> Bool {
    guard let step = number(), let offset = number(), let position = number(), step < 1 << 48, offset <= UInt32.max,
      position <= 0xFFFF
    else { return false }
    hash = (hash &+ step) & 0xFFFF_FFFF_FFFF
    key = hash << 16 | position
    document = base &+ UInt32(offset)
    return true
  }

  mutating func number() -> UInt64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 63 {
      let byte = bytes[at]
      at += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    return nil
  }
}
