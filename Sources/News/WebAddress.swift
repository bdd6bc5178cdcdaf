/// Web addresses: resolving them, and comparing them.
public enum WebAddress {
  /// The absolute address of a reference found at `base` (RFC 3986, section 5); nil if it stays relative.
  public static func resolve(_ reference: String, against base: String?) -> String? {
    let trimmed = trimmed(reference)
    let parts = AddressParts(trimmed)
    if parts.scheme != nil { return text(trimmed) }
    guard let base else { return nil }
    var whole = AddressParts(Self.trimmed(base))
    guard whole.scheme != nil, whole.authority != nil else { return nil }
    whole.fragment = parts.fragment
    if parts.authority != nil {
      whole.authority = parts.authority
      whole.path = AddressParts.withoutDots(parts.path)
      whole.query = parts.query
    } else if !parts.path.isEmpty {
      let joined = parts.path.first == slash ? parts.path : whole.folder + parts.path
      whole.path = AddressParts.withoutDots(joined)
      whole.query = parts.query
    } else if parts.query != nil {
      whole.query = parts.query
    }
    return text(whole.joined)
  }

  /// The form by which two addresses are compared; never one to fetch.
  public static func canonical(_ url: String, hosts: [String]) -> String {
    let parts = AddressParts(trimmed(url))
    guard let authority = parts.authority else { return url }
    var host = comparableHost(authority, scheme: parts.scheme)
    let bare = withoutMobilePrefix(host)
    if bare != host, hosts.contains(where: { withoutMobilePrefix($0.lowercased()) == bare }) { host = bare }
    var result = Array(host.utf8) + comparablePath(parts.path)
    if let query = parts.query {
      let kept = query.split(separator: UInt8(ascii: "&")).filter { !isTracking($0) }
      if !kept.isEmpty {
        result.append(UInt8(ascii: "?"))
        result += kept.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [UInt8(ascii: "&")])
      }
    }
    return text(result)
  }

  /// The host in lower case, with the port if one is written.
  public static func host(_ url: String) -> String? {
    guard let authority = AddressParts(trimmed(url)).authority else { return nil }
    let host = withoutUser(authority)
    return host.isEmpty ? nil : text(host).lowercased()
  }

  private static let slash = UInt8(ascii: "/")

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Outer white space goes, and so do line breaks and tabs inside: feeds break long addresses.
  private static func trimmed(_ url: String) -> [UInt8] {
    let bytes = url.utf8.filter { $0 >= 0x20 }
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }), let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return Array(bytes[first...last])
  }

  private static func withoutUser(_ authority: [UInt8]) -> [UInt8] {
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return authority }
    return Array(authority[(at + 1)...])
  }

  private static func comparableHost(_ authority: [UInt8], scheme: [UInt8]?) -> String {
    let host = text(withoutUser(authority)).lowercased()
    if host.hasSuffix(":80") { return String(host.dropLast(3)) }
    return host.hasSuffix(":443") ? String(host.dropLast(4)) : host
  }

  private static func withoutMobilePrefix(_ host: String) -> String {
    for prefix in ["www.", "m.", "mobile.", "amp."] where host.hasPrefix(prefix) {
      return String(host.dropFirst(prefix.utf8.count))
    }
    return host
  }

  private static func comparablePath(_ raw: [UInt8]) -> [UInt8] {
    var path: [UInt8] = []
    for byte in withoutSession(raw) where byte != slash || path.last != slash { path.append(byte) }
    if path.last == slash { path.removeLast() }
    if path.count > 4, path.suffix(4).elementsEqual("/amp".utf8) { path.removeLast(4) }
    return path
  }

  private static func withoutSession(_ path: [UInt8]) -> ArraySlice<UInt8> {
    guard let semicolon = path.firstIndex(of: UInt8(ascii: ";")) else { return path[...] }
    let isSession = text(Array(path[semicolon...])).lowercased().hasPrefix(";jsessionid")
    return isSession ? path[..<semicolon] : path[...]
  }

  private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
    let name = text(Array(parameter.prefix { $0 != UInt8(ascii: "=") }))
    return name.hasPrefix("utm_") || name.hasPrefix("mtm_")
      || ["fbclid", "gclid", "zarsrc", "_ga"].contains(name)
  }
}
