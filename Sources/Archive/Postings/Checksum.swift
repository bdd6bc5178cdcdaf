import CDeflate

/// CRC-32 of a file's parts (RFC 1952).
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) { value = libdeflate_crc32(value, bytes.baseAddress, bytes.count) }
}
