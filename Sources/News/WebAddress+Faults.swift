extension WebAddress {
  /// What is wrong with an address a person wrote into feeds.yaml; nil where nothing is.
  static func fault(in written: String) -> String? {
    let parts = AddressParts(Array(written.utf8))
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
    if authority.contains("@") { return "'\(written)' holds a user name; such addresses are not fetched" }
    return isHost(authority) ? nil : "'\(written)' names no host that can be asked"
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
