/// Eight bytes looked at in one step: pages are long, and the bytes asked for are rare.
///
/// Public, as the loops that ask stand in other modules: what is `package` is called there and not inlined.
@frozen public struct EightBytes {
  public let bits: UInt64

  @inlinable public init(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) {
    bits = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  public static var ones: UInt64 { @inlinable get { 0x0101_0101_0101_0101 } }
  public static var tops: UInt64 { @inlinable get { 0x8080_8080_8080_8080 } }

  /// One of them may lie below `limit` (at most 0x80); never false where one does.
  @inlinable public func mayFallBelow(_ limit: UInt8) -> Bool {
    (bits &- Self.ones &* UInt64(limit)) & ~bits & Self.tops != 0
  }

  /// One of them may be `byte` where the bits of `mask` alone count; never false where one is.
  @inlinable public func mayHold(_ byte: UInt8, mask: UInt8 = 0xFF) -> Bool {
    let rest = (bits ^ Self.ones &* UInt64(byte)) & Self.ones &* UInt64(mask)
    return (rest &- Self.ones) & ~rest & Self.tops != 0
  }

  /// How many stand before the first that ends a JSON string or escapes in it; 8 where none does.
  @inlinable public var countInsideString: Int {
    let quote = bits ^ Self.ones &* 0x22
    let escape = bits ^ Self.ones &* 0x5C
    // A borrow marks bytes wrongly only above the first that is marked rightly, and the first is the lowest.
    let marked =
      ((bits &- Self.ones &* 0x20) & ~bits | (quote &- Self.ones) & ~quote | (escape &- Self.ones) & ~escape)
      & Self.tops
    return UInt64(littleEndian: marked).trailingZeroBitCount >> 3
  }
}
