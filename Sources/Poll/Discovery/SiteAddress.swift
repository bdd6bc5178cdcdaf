import News

/// What the address of a site tells.
enum SiteAddress {
  private static let endings: Set = ["vn", "com", "gov", "org", "net", "edu", "info", "tv", "asia"]

  /// Whether two addresses are of one site, its mobile and `www.` hosts included.
  static func isSame(_ address: String, _ other: String) -> Bool {
    guard let first = WebAddress.host(address), let second = WebAddress.host(other) else { return false }
    return bare(first) == bare(second)
  }

  static func bare(_ host: String) -> String {
    ["www.", "m.", "mobile.", "amp."].first { host.hasPrefix($0) }.map { String(host.dropFirst($0.count)) } ?? host
  }

  /// A short name for feeds.yaml: `baosuoinam` of `www.baosuoinam.com.vn`.
  static func id(of host: String) -> String {
    var labels = bare(host).split { $0 == "." || $0 == ":" || $0 == "[" || $0 == "]" }.map(String.init)
    while labels.count > 1, let last = labels.last, endings.contains(last) { labels.removeLast() }
    let id = labels.joined(separator: "-").filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return id.isEmpty ? "outlet" : id
  }

  static func root(of address: String) -> String? { WebAddress.resolve("/", against: address) }

  /// What the outlet seems to be, by its name and host.
  static func kind(name: String, host: String) -> Outlet.Kind {
    let name = name.lowercased()
    if bare(host).hasSuffix(".gov.vn") || name.hasPrefix("cổng ") { return .portal }
    if name.hasPrefix("đài ") || name.contains("truyền hình") { return .broadcaster }
    return name.hasPrefix("báo ") ? .newspaper : .other
  }
}
