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
    // Whole words are written, the last of them beyond its number.
    bytes.append(contentsOf: repeatElement(0, count: range.count * most + 8))
    let (keys, documents) = (run.keys.span, run.documents.span)
    bytes.withUnsafeMutableBytes { room in
      for i in range {
        let key = keys[i]
        put((key >> 16 &- hash) & 0xFFFF_FFFF_FFFF, into: room, at: &end)
        put(UInt64(documents[i] &- base), into: room, at: &end)
        put(key & 0xFFFF, into: room, at: &end)
        hash = key >> 16
      }
    }
    bytes.removeLast(bytes.count - end)
  }

  private static func put(_ number: UInt64, into room: UnsafeMutableRawBufferPointer, at end: inout Int) {
    let (word, count) = SevenBits.packed(number)
    room.storeBytes(of: word.littleEndian, toByteOffset: end, as: UInt64.self)
    end += count
  }

  /// A run as a commit keeps it: the base, then every posting.
  static func blob(of run: PostingRun) -> [UInt8] {
    let base = run.documents.min() ?? 0
    let (word, count) = SevenBits.packed(UInt64(base))
    var bytes = (0..<count).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
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
    guard let step = number(), let offset = number(), let position = number(), step < (1 << 48) - hash,
      offset <= UInt32.max, position <= 0xFFFF
    else { return false }
    hash += step
    key = hash << 16 | position
    document = base &+ UInt32(offset)
    return true
  }

  /// Nil where the bytes end before the number does, or where it is longer than any that is written.
  mutating func number() -> UInt64? {
    let left = bytes.count - at
    let word = left >= 8 ? bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) : last(left)
    guard let (number, count) = SevenBits.unpacked(UInt64(littleEndian: word)), count <= left else { return nil }
    at += count
    return number
  }

  /// The last bytes, fewer than eight, with others behind them that end no number.
  private func last(_ left: Int) -> UInt64 {
    var word = UInt64.max
    withUnsafeMutableBytes(of: &word) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[at...])) }
    return word
  }
}
