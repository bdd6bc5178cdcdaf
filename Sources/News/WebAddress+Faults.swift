extension WebAddress {
  /// Whether feeds.yaml may name this address.
  public static func isPollable(_ address: String) -> Bool { fault(in: address) == nil }

  /// What is wrong with an address a person wrote into feeds.yaml; nil where nothing is.
  ///
  /// A password that stands in the address is never part of the answer.
  static func fault(in address: String) -> String? {
    let written = withoutCredentials(address)
    let parts = AddressParts(Array(address.utf8))
    guard let scheme = parts.scheme.map({ String(decoding: $0, as: UTF8.self).lowercased() }) else {
      return "'\(written)' is no whole address; it begins with https:// or http://"
    }
    guard scheme == "http" || scheme == "https" else {
      return "'\(written)' has the scheme '\(scheme)'; only http and https are fetched"
    }
    if written.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
      return "'\(written)' holds white space; write it percent-encoded"
    }
    let authority = String(decoding: parts.authority ?? [], as: UTF8.self)
    if authority.contains("@") {
      return
        "'\(written)' holds a user name or password, which would stand in logs and archives; such addresses are not fetched"
    }
    return isHost(authority) ? nil : "'\(written)' names no host that can be asked"
  }

  /// The address without the user name and password before its host, for storing and for showing to people.
  ///
  /// Whatever stands before an `@` of the authority is taken as such, also where the address is not well-formed.
  public static func withoutCredentials(_ address: String) -> String {
    let utf8 = Array(address.utf8)
    let slashes = utf8.indices.dropLast().first { utf8[$0] == UInt8(ascii: "/") && utf8[$0 + 1] == UInt8(ascii: "/") }
    let start = slashes.map { $0 + 2 } ?? 0
    let stops = "/?#\\".utf8
    let end = utf8[start...].firstIndex { stops.contains($0) } ?? utf8.endIndex
    guard let at = utf8[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return address }
    return String(decoding: utf8[..<start] + utf8[(at + 1)...], as: UTF8.self)
  }

  /// Whether this is a host name or address, with or without a port.
  static func isHost(_ text: String) -> Bool {
    guard text.first != "[" else { return isBracketed(text) }
    var name = Substring(text)
    if let colon = name.firstIndex(of: ":") {
      guard isPort(name[colon...]) else { return false }
      name = name[..<colon]
    }
    if name.hasSuffix(".") { name.removeLast() }
    return name.utf8.count <= 253 && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  private static func isBracketed(_ text: String) -> Bool {
    guard let end = text.lastIndex(of: "]") else { return false }
    let port = text[text.index(after: end)...]
    let inside = text[..<end].dropFirst()
    return (port.isEmpty || isPort(port)) && inside.contains(":")
      && inside.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.first == ":" && (UInt16(text.dropFirst()) ?? 0) > 0
  }

  /// Letters beyond ASCII pass: such hosts are asked for by their punycode.
  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
