import CZlib
import Foundation

/// Reads a file of gzip members, or a plain one, as a stream of plain bytes, and knows where each member starts.
final class Inflater {
  private static let chunk = 1 << 18

  private let file: SegmentFile
  private let end: Int64
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var inputStart: Int64
  private var inputCount = 0
  private(set) var buffer: UnsafeMutableRawBufferPointer
  private(set) var start = 0
  private var filled = 0
  private var isPlain = false
  private var isInside = false
  /// Where the member stands that the bytes read last came from.
  private var memberStart: Int64

  init(_ file: SegmentFile, from offset: Int64 = 0, to end: Int64? = nil) throws {
    self.file = file
    self.end = end ?? file.length
    input = .allocate(byteCount: Self.chunk, alignment: 16)
    buffer = .allocate(byteCount: Self.chunk, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    inputStart = offset
    memberStart = offset
    // 15 + 16: the widest window, in gzip's own framing, whose checksum zlib compares.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ArchiveError(.disk, "zlib has no memory to read \(file.path)")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
    buffer.deallocate()
  }

  /// Plain bytes that are there now.
  var available: Int { filled - start }

  /// Where the file has what comes next: its gzip member, or the byte itself where the file is plain.
  var place: Int64 { isInside && isPlain ? position - Int64(available) : memberStart }

  /// How far the file has been read.
  var position: Int64 { inputStart + Int64(inputCount) - Int64(stream.pointee.avail_in) }

  func view(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer[start..<(start + min(count, available))])
  }

  func consume(_ count: Int) { start += min(count, available) }

  /// Goes on reading at another place, as if the file started there.
  func restart(at offset: Int64) {
    inflateReset(stream)
    stream.pointee.avail_in = 0
    (inputStart, inputCount, memberStart) = (offset, 0, offset)
    (start, filled, isInside, isPlain) = (0, 0, false, false)
  }

  /// Reads until `count` plain bytes are there; false where the file ends before.
  func ensure(_ count: Int) throws -> Bool {
    while available < count {
      guard try fill(atLeast: count) else { return false }
    }
    return true
  }

  /// Reads until `count` plain bytes are there or the member ends.
  func gather(_ count: Int) throws {
    while isInside, available < count {
      guard try fill(atLeast: count) else { return }
    }
  }

  /// Reads on to the end of the member where its plain bytes are used up, and never into the next.
  func reachMemberEnd() throws {
    while isInside, available == 0 {
      guard try fill(atLeast: 1) else { return }
    }
  }

  private func makeRoom(for count: Int) {
    if start == filled { (start, filled) = (0, 0) }
    guard buffer.count - start < count || buffer.count - filled < Self.chunk / 4 else { return }
    let size = max(buffer.count, max(count, available) + Self.chunk)
    let larger = size > buffer.count ? UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16) : buffer
    if available > 0, let source = buffer.baseAddress {
      larger.baseAddress?.copyMemory(from: source + start, byteCount: available, unlessSameAs: start)
    }
    if larger.baseAddress != buffer.baseAddress { buffer.deallocate() }
    (start, filled, buffer) = (0, available, larger)
  }

  private func fill(atLeast count: Int) throws -> Bool {
    makeRoom(for: count)
    if stream.pointee.avail_in == 0 {
      inputStart += Int64(inputCount)
      let want = Int(min(Int64(input.count), end - inputStart))
      inputCount =
        want > 0 ? try file.read(into: UnsafeMutableRawBufferPointer(rebasing: input[..<want]), at: inputStart) : 0
      stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(inputCount)
    }
    guard stream.pointee.avail_in > 0 else {
      if isInside && !isPlain { throw WARCDamage(offset: memberStart, "the file ends inside a record") }
      return false
    }
    if !isInside {
      memberStart = position
      isPlain = stream.pointee.next_in.pointee != 0x1F
      isInside = true
    }
    if isPlain { copyPlain() } else { try inflateSome() }
    return true
  }

  private func copyPlain() {
    let count = min(Int(stream.pointee.avail_in), buffer.count - filled)
    guard let target = buffer.baseAddress, let source = stream.pointee.next_in else { return }
    (target + filled).copyMemory(from: source, byteCount: count)
    stream.pointee.next_in = source + count
    stream.pointee.avail_in -= UInt32(count)
    filled += count
  }

  private func inflateSome() throws {
    let room = buffer.count - filled
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: filled)
    stream.pointee.avail_out = UInt32(clamping: room)
    let outcome = inflate(stream, Z_NO_FLUSH)
    filled += room - Int(stream.pointee.avail_out)
    switch outcome {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isInside = false
      inflateReset(stream)
    default:
      throw WARCDamage(offset: memberStart, "its gzip data is damaged (\(Self.reason(stream.pointee, outcome)))")
    }
  }

  private static func reason(_ stream: z_stream, _ outcome: Int32) -> String {
    stream.msg.map { String(cString: $0) } ?? "zlib \(outcome)"
  }
}

extension UnsafeMutableRawPointer {
  /// Moves bytes to the front, also within one piece of memory.
  fileprivate func copyMemory(from source: UnsafeRawPointer, byteCount: Int, unlessSameAs start: Int) {
    if start > 0 || source != UnsafeRawPointer(self) { memmove(self, source, byteCount) }
  }
}
