import Foundation

/// Writes a ZIP file whose members are stored as they are (APPNOTE 6.3, without ZIP64: up to 4 GB).
///
/// WACZ wants WARC members stored, so that a reader can seek into them; the rest is small.
public final class ZipFile {
  private let file: FileHandle
  private var directory: [UInt8] = []
  private var count: UInt16 = 0
  private var length: UInt64 = 0

  /// Starts a file; one that is there is replaced.
  public init(path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  /// Adds a member.
  public func add(_ name: String, _ bytes: [UInt8]) throws {
    guard length + UInt64(bytes.count) < UInt64(UInt32.max) - 1_000_000 else {
      throw ExportError(
        .cannotCreate, "a WACZ or ZIP file of more than 4 GB is not written; export fewer articles")
    }
    let size = UInt32(bytes.count)
    var header = Little()
    // Version 2.0, names in UTF-8, stored, 1980-01-01.
    header.put(20 as UInt16, 0x0800 as UInt16, 0 as UInt16, 0 as UInt16, 0x0021 as UInt16)
    header.put(Self.checksum(bytes), size, size)
    header.put(UInt16(name.utf8.count), 0 as UInt16)
    var local = Little()
    local.put(0x0403_4B50 as UInt32)
    let start = UInt32(length)
    try write(local.bytes + header.bytes + Array(name.utf8))
    try write(bytes)
    var entry = Little()
    entry.put(0x0201_4B50 as UInt32)
    entry.put(20 as UInt16)
    directory += entry.bytes + header.bytes
    var tail = Little()
    tail.put(0 as UInt16, 0 as UInt16, 0 as UInt16)
    tail.put(0 as UInt32, start)
    directory += tail.bytes + Array(name.utf8)
    count += 1
  }

  /// Writes the directory; the file is no ZIP before.
  public func finish() throws {
    let start = UInt32(length)
    var end = Little()
    end.put(0x0605_4B50 as UInt32)
    end.put(0 as UInt16, 0 as UInt16, count, count)
    end.put(UInt32(directory.count), start)
    end.put(0 as UInt16)
    try write(directory + end.bytes)
    try file.close()
  }

  private func write(_ bytes: [UInt8]) throws {
    try file.write(contentsOf: Data(bytes))
    length += UInt64(bytes.count)
  }

  /// CRC-32 as ZIP and gzip use it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 255)] ^ ($0 >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// Numbers with the lowest byte first.
  private struct Little {
    var bytes: [UInt8] = []

    mutating func put<Number: FixedWidthInteger>(_ numbers: Number...) {
      for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    }
  }
}
