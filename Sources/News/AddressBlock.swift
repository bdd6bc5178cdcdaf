import Glibc

/// A CIDR block of peers, as written in `allow-addresses`.
enum AddressBlock {
  /// The block in `address/bits` form, a single address being a block of one; nil for anything else.
  static func normalized(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let address = parts.first.map(String.init), parts.count <= 2, let width = width(of: address) else {
      return nil
    }
    guard parts.count == 2 else { return "\(address)/\(width)" }
    guard let bits = UInt8(parts[1]), bits <= width else { return nil }
    return "\(address)/\(bits)"
  }

  private static func width(of address: String) -> Int? {
    var room = in6_addr()
    if inet_pton(AF_INET, address, &room) == 1 { return 32 }
    return inet_pton(AF_INET6, address, &room) == 1 ? 128 : nil
  }
}
