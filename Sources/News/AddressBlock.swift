import Glibc

/// A CIDR block of IPv4 or IPv6 addresses, such as `10.0.0.0/8` or `::1`.
public struct AddressBlock: Hashable, Sendable {
  private let bytes: [UInt8]
  private let prefix: Int

  /// Reads `address/bits`, or one address alone; nil where it is neither.
  public init?(_ cidr: String) {
    let parts = cidr.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let address = Self.address(String(first)) else { return nil }
    var bits = address.count * 8
    if parts.count == 2 {
      let isDigits = parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isDigits, let given = Int(parts[1]), given <= bits else { return nil }
      bits = given
    }
    // Bits past the prefix carry no meaning; cleared, two spellings of a block are equal.
    bytes = address.enumerated().map { $1 & Self.mask(byte: $0, prefix: bits) }
    prefix = bits
  }

  /// True where the 4 or 16 bytes of an address lie in the block.
  public func contains(_ address: [UInt8]) -> Bool {
    guard address.count == bytes.count else { return false }
    return address.indices.allSatisfy { address[$0] & Self.mask(byte: $0, prefix: prefix) == bytes[$0] }
  }

  /// The 4 or 16 bytes of a literal address.
  public static func address(_ text: String) -> [UInt8]? {
    let isIPv6 = text.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    return inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1 ? bytes : nil
  }

  private static func mask(byte: Int, prefix: Int) -> UInt8 {
    let bits = min(8, max(0, prefix - byte * 8))
    return UInt8(truncatingIfNeeded: 0xFF00 >> bits)
  }
}
