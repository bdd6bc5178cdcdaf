import Foundation

/// Postings as bytes: each is the step from the hash before it, its document from a base, and its position, as
/// numbers of seven bits a byte.
enum PostingBytes {
  static func append(_ key: UInt64, _ document: UInt32, after hash: UInt64, base: UInt32, to bytes: inout [UInt8]) {
    append(key >> 16 &- hash, to: &bytes)
    append(UInt64(document &- base), to: &bytes)
    append(key & 0xFFFF, to: &bytes)
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A run as a commit keeps it: the base, then every posting.
  static func blob(of run: PostingRun) -> [UInt8] {
    let base = run.documents.min() ?? 0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.count * 9 + 8)
    append(UInt64(base), to: &bytes)
    var hash: UInt64 = 0
    for i in run.keys.indices {
      append(run.keys[i], run.documents[i], after: hash, base: base, to: &bytes)
      hash = run.keys[i] >> 16
    }
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
