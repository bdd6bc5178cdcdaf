/// What to ask for: an address and the validators of the copy already held.
public struct FetchRequest: Sendable {
  /// The address asked for.
  public var url: String
  /// The entity tag of the copy held.
  public var etag: String?
  /// The Last-Modified value of the copy held.
  public var lastModified: String?
  /// Hosts (with a port where one is written) that redirects may lead to; nil: any.
  public var hosts: [String]?
  /// Whether it waits while other bodies take all the memory allowed; else the answer is `resting`. Whoever keeps a
  /// body must not wait for the next.
  public var waitsForMemory = true
  /// Bytes after which the body is cut instead of refused; nil: never cut.
  var cutsAfter: Int?

  /// Takes every field as given.
  public init(url: String, etag: String? = nil, lastModified: String? = nil, hosts: [String]? = nil) {
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.hosts = hosts
  }

  /// The header lines that make the request conditional, byte for byte as the server gave the validators.
  var validatorLines: [String] {
    var lines: [String] = []
    if let etag, !etag.isEmpty { lines.append("If-None-Match: \(etag)") }
    if let lastModified, !lastModified.isEmpty { lines.append("If-Modified-Since: \(lastModified)") }
    return lines
  }
}

extension String {
  /// True where a control byte could end a request line or header early.
  var hasControlBytes: Bool { utf8.contains { $0 < 0x20 || $0 == 0x7F } }
}
