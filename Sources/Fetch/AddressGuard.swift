import Glibc
import News

/// Decides which addresses may be connected to: public ones, and those of the allowed blocks.
public struct AddressGuard: Sendable {
  private let allowed: [AddressBlock]

  /// Allows public addresses, and these blocks beside them.
  public init(allowing allowed: [AddressBlock] = []) { self.allowed = allowed }

  /// True where the 4 or 16 bytes of an address, already resolved, may be connected to.
  public func allows(_ address: [UInt8]) -> Bool {
    let inner = Self.embeddedIPv4(address)
    // ::ffff:10.1.2.3 is the host 10.1.2.3 itself; a tunnel or a gateway is another way, and not what was allowed.
    let spelled = Self.mapped.contains { $0.contains(address) } ? inner ?? address : address
    if allowed.contains(where: { $0.contains(address) || $0.contains(spelled) }) { return true }
    switch (address.count, inner) {
    case (4, _): return Self.isPublicIPv4(address)
    // 6to4 and Teredo are tunnels that no news server needs.
    case (16, let inner?): return Self.isTranslated(address) && Self.isPublicIPv4(inner)
    case (16, nil): return Self.isPublicIPv6(address)
    default: return false
    }
  }

  private static let closedIPv4 = blocks([
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
  ])
  private static let globalIPv6 = blocks(["2000::/3"])
  private static let closedIPv6 = blocks(["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"])
  private static let mapped = blocks(["::ffff:0:0/96"])
  private static let translated = blocks(["64:ff9b::/96"])
  private static let compatible = blocks(["::/96"])
  private static let sixToFour = blocks(["2002::/16"])
  private static let teredo = blocks(["2001::/32"])

  private static func blocks(_ texts: [String]) -> [AddressBlock] { texts.compactMap(AddressBlock.init) }

  private static func isPublicIPv4(_ address: [UInt8]) -> Bool { !closedIPv4.contains { $0.contains(address) } }

  private static func isPublicIPv6(_ address: [UInt8]) -> Bool {
    globalIPv6.contains { $0.contains(address) } && !closedIPv6.contains { $0.contains(address) }
  }

  /// An IPv4 host reached through an IPv6 spelling or a NAT64 gateway.
  private static func isTranslated(_ address: [UInt8]) -> Bool {
    (mapped + translated).contains { $0.contains(address) }
  }

  /// The IPv4 address that an IPv6 address stands for.
  private static func embeddedIPv4(_ address: [UInt8]) -> [UInt8]? {
    guard address.count == 16 else { return nil }
    if (mapped + translated).contains(where: { $0.contains(address) }) { return Array(address[12...]) }
    if sixToFour.contains(where: { $0.contains(address) }) { return Array(address[2..<6]) }
    if teredo.contains(where: { $0.contains(address) }) { return address[12...].map { ~$0 } }
    // `::` and `::1` are addresses of their own, not the IPv4 hosts 0.0.0.0 and 0.0.0.1.
    let isCompatible = compatible.contains { $0.contains(address) } && address[12] != 0
    return isCompatible ? Array(address[12...]) : nil
  }

  /// The address bytes of a socket address; nil for a family that is not IP.
  static func bytes(of peer: UnsafePointer<sockaddr>) -> [UInt8]? {
    let raw = UnsafeRawPointer(peer)
    switch Int32(peer.pointee.sa_family) {
    case AF_INET:
      return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
    case AF_INET6:
      return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
    default:
      return nil
    }
  }

  /// The address as people write it.
  static func text(of address: [UInt8]) -> String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = address.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, address, &buffer, socklen_t(buffer.count)) != nil else { return "unknown address" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
